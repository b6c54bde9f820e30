/* The extension: the language server and the preview. Colours and snippets need no code. */
"use strict";

const vscode = require("vscode");
const client = require("./client");
const preview = require("./preview");

async function activate(context) {
  preview.register(context);
  context.subscriptions.push(
    vscode.commands.registerCommand("hplan.restart", client.restart),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("hplan")) void client.restart();
    }),
  );
  await client.start();
}

module.exports = { activate, deactivate: client.stop };
