/* What a user does in VS Code, by keys and by what is on the screen. */
import { readFileSync } from "node:fs";
import { join } from "node:path";

const PATIENCE_MS = 30_000;

export class Editor {
  constructor(page, server) {
    this.page = page;
    this.server = server;
  }

  /** Opens the folder with one file of it. */
  async open(file) {
    const { address, folder } = this.server;
    const uri = `vscode-remote://${new URL(address).host}${join(folder, file)}`;
    const payload = JSON.stringify([["openFile", uri]]);
    const query = new URLSearchParams({ folder, payload });
    await this.page.goto(`${address}/?${query}`);
    await this.page.waitForSelector(".monaco-editor .view-line", { timeout: 2 * PATIENCE_MS });
  }

  onDisk(file) {
    return readFileSync(join(this.server.folder, file), "utf8");
  }

  /** Until `ask` gives something true; the last it gave is what the error shows. */
  async until(what, ask) {
    let last;
    for (const end = Date.now() + PATIENCE_MS; Date.now() < end;) {
      last = await ask();
      if (last) return last;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`waited in vain: ${what}`);
  }

  async keys(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** A command by its title, as the palette shows it. */
  async command(title) {
    await this.keys("F1");
    const input = this.page.locator(".quick-input-widget input.input");
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: title })
      .first().waitFor({ timeout: PATIENCE_MS });
    await this.keys("Enter");
  }

  /** Puts the cursor at an offset of the text as it is on disk. */
  async goTo(text, offset) {
    const before = text.slice(0, offset).split("\n");
    await this.keys("Control+1", "Control+g");
    const input = this.page.locator(".quick-input-widget input.input");
    await input.waitFor();
    await input.fill(`:${before.length}:${[...before.at(-1)].length + 1}`);
    await this.keys("Enter");
    await input.waitFor({ state: "hidden" });
  }

  /** The colour of each piece of the line that contains `text`. */
  async colours(text) {
    const line = this.page.locator(".view-line", { hasText: text }).first();
    return line.locator("span span").evaluateAll((spans) => spans.map((span) => (
      [span.textContent.replaceAll("\u00a0", " ").trim(), getComputedStyle(span).color])));
  }

  async problems() {
    const rows = this.page.locator(".markers-panel .monaco-list-row");
    return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
  }

  squiggles() {
    return this.page.locator(".squiggly-error").count();
  }

  async saveAll() {
    await this.command("File: Save All");
    await this.until("nothing is unsaved",
      async () => (await this.page.locator(".tab.dirty").count()) === 0);
  }
}
