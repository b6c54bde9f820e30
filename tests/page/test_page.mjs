#!/usr/bin/env node
// The pages of the examples in a real browser: axe's rules of accessibility (WCAG 2.0 to 2.2, A and
// AA, and best practice) in light and dark, lines that stand out in both, nothing wider than a narrow
// phone and no contents much longer, every link within a page leads somewhere, the keyboard reaches
// the content, nothing is fetched or run, and what is printed from it is a tagged PDF.
//
//     test_page.mjs HPLANC [FOLDER FOR PICTURES]
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [hplanc, pictures] = process.argv.slice(2).map((p) => resolve(p));
const root = resolve(import.meta.dirname, "../..");
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const plans = [
    "examples/kragero-2018/handlingsplan.hplan",
    "examples/elverum-2023/plan.hplan",
    "examples/nordre-follo-2017/grunnlag.hplan",
    "examples/okonomiplan-2026/okonomiplan.hplan",
];
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const phone = { width: 320, height: 640 };

const faults = [];
const expect = (holds, fault) => holds || faults.push(fault);

async function judge(page, name) {
    await page.evaluate(axe);
    const found = await page.evaluate((only) => axe.run({ runOnly: only }), tags);
    for (const rule of found.violations) {
        const where = rule.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join("\n      ");
        faults.push(`${name}: ${rule.id}: ${rule.help}\n      ${where}`);
    }
    return found.passes.length;
}

async function lookAtLinks(page, name) {
    const dead = await page.evaluate(() =>
        [...document.querySelectorAll('a[href^="#"]')]
            .map((a) => decodeURIComponent(a.getAttribute("href").slice(1)))
            .filter((id) => document.getElementById(id) === null));
    expect(dead.length === 0, `${name}: links that lead nowhere: ${dead.slice(0, 5).join(", ")}`);
    const twice = await page.evaluate(() => {
        const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
        return ids.filter((id, i) => ids.indexOf(id) !== i);
    });
    expect(twice.length === 0, `${name}: ids that are there twice: ${twice.slice(0, 5).join(", ")}`);
}

// What is drawn stands out from the page, as axe asks of text only (WCAG 1.4.11), and what is expected
// is told from what came of it without colour.
async function lookAtLines(page, name) {
    const weak = await page.evaluate(() => {
        const light = (color) => {
            const [r, g, b] = color.match(/[\d.]+/g).map(Number)
                .map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const paper = light(getComputedStyle(document.body).backgroundColor);
        return [...document.querySelectorAll(".lines g[class^=l]")].filter((g) => {
            const ink = light(getComputedStyle(g).stroke);
            return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05) < 3;
        }).map((g) => g.getAttribute("class"));
    });
    expect(weak.length === 0, `${name}: lines that are hardly seen: ${weak.join(", ")}`);
    const solid = await page.evaluate(() =>
        [...document.querySelectorAll(".lines .expected line")]
            .filter((l) => getComputedStyle(l).strokeDasharray === "none").length);
    expect(solid === 0, `${name}: ${solid} lines of what is expected are not dashed`);
}

async function useKeyboard(page, name) {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    const at = await page.evaluate(() => document.activeElement.id);
    expect(at === "main", `${name}: the first link skips to «${at}», not to the content`);
}

// A PDF that is printed from the page says what is a heading, a table and the head of a row or a
// column, in which language, to those who have it read to them.
async function print(page, name) {
    const paper = (await page.pdf({ tagged: true, outline: true })).toString("latin1");
    const parts = (kind) => paper.split(`/S /${kind}`).length - 1;
    for (const kind of ["H1", "H2", "Table", "TH", "TD", "P"])
        expect(parts(kind) > 0, `${name}: the PDF has no ${kind}`);
    const asked = await page.evaluate(() => [document.documentElement.lang,
        document.querySelectorAll("table").length]);
    expect(paper.includes("/Marked true"), `${name}: the PDF is not tagged`);
    expect(paper.includes(`/Lang (${asked[0]})`), `${name}: the PDF does not say «${asked[0]}»`);
    expect(parts("Table") === asked[1],
        `${name}: the PDF has ${parts("Table")} tables, the page ${asked[1]}`);
    expect(/\/Scope \/Column/.test(paper) && /\/Scope \/Row/.test(paper),
        `${name}: the PDF does not say what its heads are for`);
}

// What is folded is judged open; closed again, all of it is printed (see print).
const fold = (page, open) => page.evaluate((open) =>
    document.querySelectorAll("details").forEach((d) => { d.open = open; }), open);

async function look(browser, file, name) {
    const fetched = [];
    const page = await browser.newPage({ viewport: phone });
    page.on("request", (r) => r.url() === pathToFileURL(file).href || fetched.push(r.url()));
    page.on("console", (m) => m.type() === "error" && faults.push(`${name}: ${m.text()}`));
    await page.goto(pathToFileURL(file).href);
    const folded = await page.evaluate(() => document.querySelectorAll("details:not([open])").length);
    expect(folded === 1, `${name}: ${folded} folds, not that of the control alone`);
    await fold(page, true);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide <= phone.width, `${name}: ${wide} pixels wide in a window of ${phone.width}`);
    const tall = await page.evaluate(() => document.querySelector("nav").offsetHeight);
    expect(tall <= 1.5 * phone.height, `${name}: contents of ${tall} pixels on a phone`);
    expect(fetched.length === 0, `${name}: fetches ${fetched.join(", ")}`);
    await useKeyboard(page, name);
    await lookAtLinks(page, name);
    let rules = await judge(page, `${name}, light`);
    await lookAtLines(page, `${name}, light`);
    await page.emulateMedia({ colorScheme: "dark" });
    await lookAtLines(page, `${name}, dark`);
    rules = Math.min(rules, await judge(page, `${name}, dark`));
    await fold(page, false);
    await print(page, name);
    if (pictures) {
        await page.emulateMedia({ colorScheme: "light" });
        await page.setViewportSize({ width: 1000, height: 1200 });
        await page.screenshot({ path: join(pictures, `${name}.png`) });
    }
    await page.close();
    return rules;
}

const folder = mkdtempSync(join(tmpdir(), "hplan-page-"));
const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
});
try {
    for (const plan of plans) {
        execFileSync(hplanc, ["build", "-q", plan, "--to", "html", "-o", folder],
            { cwd: root, stdio: ["ignore", "ignore", "ignore"] });
        const name = plan.split("/")[1];
        const file = join(folder, readdirSync(folder)[0]);
        const rules = await look(browser, file, name);
        console.log(`  ${name}: ${rules} rules of axe hold`);
        expect(rules > 20, `${name}: only ${rules} rules were looked at`);
        rmSync(file);
    }
} finally {
    await browser.close();
    rmSync(folder, { recursive: true });
}
faults.forEach((f) => console.error(`  ${f}`));
console.log(`page-test: ${plans.length} pages, ${faults.length} faults`);
process.exit(faults.length > 0 ? 1 : 0);
