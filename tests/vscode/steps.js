/* The steps of the test, in order: each leaves the editor as the next wants it. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

const PLAN = "handlingsplan.hplan";
const UNITS = "organisasjon.hplan";
const SUM = "38 228 737 |";

// The picture in docs/redigerere/vscode.md: the text and the panel, not what is around them.
const PICTURE = { x: 48, y: 34, width: 1152, height: 622 };

/** The offset of `what` in the text, behind `behind`. */
function find(text, behind, what) {
  const from = text.indexOf(behind);
  assert.ok(from >= 0, `the example no longer has «${behind}»`);
  const at = text.indexOf(what, from);
  assert.ok(at >= 0, `the example no longer has «${what}»`);
  return at;
}

async function colours(editor) {
  const found = await editor.until("the first declaration has colours", async () => {
    const pieces = Object.fromEntries(await editor.colours("plan stab-2018"));
    return pieces.plan && pieces;
  });
  const title = Object.keys(found).find((piece) => piece.startsWith('"Handlingsplan'));
  assert.equal(new Set([found.plan, found["stab-2018"], found[title]]).size, 3,
    `kind, name and title look different: ${JSON.stringify(found)}`);
}

async function breakSum(editor) {
  const text = editor.onDisk(PLAN);
  await editor.goTo(text, find(text, "| sum: Områdets ramme 2018 fordelt på grupper", SUM) + 8);
  await editor.keys("Delete", "Delete");
  await editor.page.keyboard.type("73");
  await editor.until("a squiggle", () => editor.squiggles());
  await editor.keys("Control+Shift+M");
  await editor.until("the message in Problems", async () => (await editor.problems())
    .some((row) => row.includes("Summen stemmer ikke med radene") && row.includes("HP4001")));
}

async function quickFix(editor) {
  const text = editor.onDisk(PLAN); // still as it was
  await editor.keys("Control+b"); // the tree of files steps aside, so that the table is seen
  await editor.goTo(text, find(text, "| sum: Områdets ramme 2018 fordelt på grupper", SUM) + 4);
  const fix = editor.page.locator(".action-widget .monaco-list-row.focused", { hasText: "228" });
  await editor.until("the fix in the menu", async () => {
    await editor.keys("Escape", "Control+.");
    return fix.waitFor({ timeout: 2000 }).then(() => true, () => false);
  });
  await editor.shot("rettelse", PICTURE);
  await editor.keys("Enter");
  await editor.until("the finding is gone", async () => (await editor.squiggles()) === 0
    && !(await editor.problems()).some((row) => row.includes("HP4001")));
  await editor.saveAll();
  assert.ok(editor.onDisk(PLAN) === text, "the figure is what it had been");
}

async function hover(editor) {
  const text = editor.onDisk(PLAN);
  await editor.goTo(text, find(text, 'ramme "Netto ramme', "38 228 737") + 4);
  const shown = editor.page.locator(".monaco-hover:visible");
  await editor.until("a hover says what proves the figure", async () => {
    await editor.keys("Control+k", "Control+i");
    await editor.page.waitForTimeout(500);
    return (await shown.allInnerTexts()).join(" ").includes("Bevist");
  });
  await editor.shot("hover");
  await editor.keys("Escape");
}

async function rename(editor, { hplanc, folder }) {
  const text = editor.onDisk(PLAN);
  await editor.goTo(text, find(text, "om ikt {", "ikt") + 1);
  await editor.keys("F2");
  const box = editor.page.locator(".rename-box input");
  await box.waitFor();
  await box.fill("it-avdelingen");
  await editor.keys("Enter");
  await editor.until("the name in the file", async () =>
    (await editor.page.locator(".view-line", { hasText: "om it-avdelingen" }).count()) > 0);
  await editor.saveAll();
  const after = editor.onDisk(UNITS);
  assert.ok(/^ *avdeling it-avdelingen "/m.test(after), "the declaration, in another file, too");
  assert.ok(!/^ *om ikt\b/m.test(editor.onDisk(PLAN)), "every place, not only the one");
  const checked = spawnSync(hplanc, ["check", PLAN], { cwd: folder, encoding: "utf8" });
  assert.equal(checked.status, 0, `hplanc check after the renaming: ${checked.stdout}${checked.stderr}`);
}

async function format(editor) {
  const text = editor.onDisk(PLAN);
  await editor.goTo(text, find(text, "| Serviceavdelingen", "Serviceavdelingen"));
  await editor.page.keyboard.type("   ");
  await editor.until("the columns drawn as they had been", async () => {
    await editor.keys("Escape", "Control+Shift+I");
    await editor.page.waitForTimeout(500);
    await editor.saveAll();
    return editor.onDisk(PLAN) === text;
  });
}

/** Whether the page in the preview has all of these. */
async function published(editor, ...texts) {
  for (const frame of editor.page.frames()) {
    const text = await frame.locator("body").innerText({ timeout: 500 }).catch(() => "");
    const plain = text.replace(/[\u00a0\u202f]/g, " ");
    if (texts.every((t) => plain.includes(t))) return true;
  }
  return false;
}

async function preview(editor) {
  const text = editor.onDisk(PLAN);
  const title = "Handlingsplan 2018 Stab og støtte";
  await editor.keys("Control+1", "Control+Shift+V");
  await editor.until("the published plan", () => published(editor, title, "33 532 742"));
  await editor.shot("forhåndsvisning");
  await editor.goTo(text, find(text, "plan stab-2018", title) + title.length);
  await editor.page.keyboard.type(" i ny drakt");
  await editor.keys("Escape");
  await editor.saveAll();
  await editor.until("the preview follows", () => published(editor, `${title} i ny drakt`));
}

async function template(editor) {
  const text = editor.onDisk(PLAN);
  await editor.goTo(text, find(text, "mål heltid", "\n"));
  await editor.keys("Enter");
  await editor.page.keyboard.type("tiltak");
  await editor.page.locator(".suggest-widget.visible .monaco-list-row").first().waitFor();
  await editor.shot("mal");
  await editor.keys("Tab");
  await editor.until("a measure to fill in", async () => (await editor.page
    .locator(".view-line", { hasText: "Det som skal gjøres" }).count()) > 0);
}

async function missing(editor, { setProgram }) {
  setProgram("/finnes/ikke/hplanc");
  const message = editor.page.locator(".notification-list-item", { hasText: "hplanc" });
  await editor.until("a message in Norwegian", async () =>
    (await message.allInnerTexts()).join(" ").includes("Jeg finner ikke programmet hplanc"));
  await editor.shot("mangler-hplanc");
}

export const STEPS = [
  ["colours of the first lines", colours],
  ["a broken sum: squiggle, message in Problems", breakSum],
  ["the quick fix mends it", quickFix],
  ["a hover shows the figure", hover],
  ["a department renamed in two files", rename],
  ["formatting draws the table", format],
  ["the preview shows the published plan", preview],
  ["a template for a measure", template],
  ["a program that is missing is told of in Norwegian", missing],
];
export { PLAN };
