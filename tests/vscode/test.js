/*
 * The extension in a real VS Code in a real browser.
 *
 *     node tests/vscode/test.js VSIX HPLANC OUT
 *
 * Goes through the steps of steps.js in order, stops at the first that fails, and leaves
 * screenshots and code-server's log in OUT.
 */
import { createWriteStream, mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { Editor } from "./editor.js";
import { startServer } from "./server.js";
import { PLAN, STEPS } from "./steps.js";

const [vsix, hplanc, out] = process.argv.slice(2).map((argument) => resolve(argument));
const EXAMPLES = new URL("../../examples/kragero-2018", import.meta.url).pathname;

async function run(editor, server) {
  editor.shot = (name, clip) => editor.page.screenshot({ path: join(out, `${name}.png`), clip });
  await editor.open(PLAN);
  for (const [name, step] of STEPS) {
    const begun = Date.now();
    try {
      await step(editor, { hplanc, ...server });
    } catch (error) {
      await editor.shot("feilet");
      console.log(`FAILED  ${name}\n${error.message}`);
      return false;
    }
    console.log(`ok      ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  }
  return true;
}

mkdirSync(out, { recursive: true });
const log = createWriteStream(join(out, "code-server.log"));
const server = await startServer({ vsix, hplanc, examples: EXAMPLES, log });
let passed = false;
try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
    passed = await run(new Editor(page, server), server);
  } finally {
    await browser.close();
  }
} finally {
  server.stop();
}
process.exit(passed ? 0 : 1);
