/* The language client: starts `hplanc lsp` and says in plain words if that cannot be done. */
"use strict";

const vscode = require("vscode");
const { LanguageClient, TransportKind } = require("vscode-languageclient/node");
const { programPath, run } = require("./program");
const { language, say } = require("./texts");

let client;

/** VS Code has no Norwegian of its own, so its language says nothing about who reads the plan. */
class HplanClient extends LanguageClient {
  getLocale() {
    return language();
  }
}

async function complain(text) {
  const settings = say("settings");
  if ((await vscode.window.showErrorMessage(text, settings)) === settings)
    vscode.commands.executeCommand("workbench.action.openSettings", "hplan.path");
}

/** True if hplanc is there and knows the verb; else the user has been told. */
async function isUsable() {
  const { status, stderr } = await run(["help", "lsp"]);
  if (status === 0) return true;
  void complain(status === null ? say("missing", programPath())
    : say("unable", programPath(), stderr.trim()));
  return false;
}

function settings() {
  const set = vscode.workspace.getConfiguration("hplan");
  return { lang: set.get("language"), exact: set.get("exact") };
}

async function start() {
  if (!(await isUsable())) return;
  client = new HplanClient(
    "hplan",
    "hplan",
    { command: programPath(), args: ["lsp"], transport: TransportKind.stdio },
    {
      documentSelector: [{ language: "hplan", scheme: "file" }, { language: "hplan", scheme: "untitled" }],
      initializationOptions: settings(),
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    void complain(say("unable", programPath(), error.message));
  }
}

async function stop() {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function restart() {
  await stop();
  await start();
}

module.exports = { start, stop, restart };
