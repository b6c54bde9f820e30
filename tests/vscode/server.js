/*
 * A VS Code of its own: code-server with the packed extension, on a free port, with a folder of
 * examples to work in that lies outside the repository.
 */
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ENTRY = fileURLToPath(
  new URL("./node_modules/code-server/out/node/entry.js", import.meta.url));
const START_TIMEOUT_MS = 60_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const SETTINGS = {
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Light Modern",
  "workbench.tips.enabled": false,
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "editor.minimap.enabled": false,
  "editor.fontSize": 13,
  "chat.commandCenter.enabled": false,
};

async function answers(address) {
  for (const end = Date.now() + START_TIMEOUT_MS; Date.now() < end;) {
    const ok = await fetch(`${address}/healthz`).then((r) => r.ok, () => false);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`code-server did not answer at ${address}`);
}

/** {address, folder, setProgram, stop}. */
export async function startServer({ vsix, hplanc, examples, log }) {
  const home = mkdtempSync(join(tmpdir(), "hplan-vscode-"));
  const folder = join(home, "kragerø plan"); // as a planner would call it
  const write = (where, settings) => {
    mkdirSync(join(home, "user", where), { recursive: true });
    writeFileSync(join(home, "user", where, "settings.json"), JSON.stringify(settings));
  };
  // A path belongs to the machine, and the machine's settings lie in a file of their own.
  const setProgram = (program) => write("Machine", { "hplan.path": program });
  cpSync(examples, folder, { recursive: true });
  write("User", SETTINGS);
  setProgram(hplanc);

  const port = await freePort();
  const where = ["--user-data-dir", join(home, "user"), "--extensions-dir", join(home, "ext")];
  const env = { ...process.env, EXTENSIONS_GALLERY: "{}", HOME: home, XDG_CONFIG_HOME: home };
  const installed = spawnSync(process.execPath, [ENTRY, ...where, "--install-extension", vsix],
    { env, encoding: "utf8" });
  if (installed.status !== 0)
    throw new Error(`the extension was not installed: ${installed.stdout}${installed.stderr}`);

  const server = spawn(process.execPath, [ENTRY, ...where, "--auth", "none", "--bind-addr",
    `127.0.0.1:${port}`, "--disable-telemetry", "--disable-update-check", "--ignore-last-opened"],
  { env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  const stop = () => {
    try { process.kill(-server.pid); } catch { /* it has gone already */ }
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
  const address = `http://127.0.0.1:${port}`;
  await answers(address).catch((error) => { stop(); throw error; });
  return { address, folder, setProgram, stop };
}
