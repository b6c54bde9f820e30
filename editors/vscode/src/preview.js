/* The preview: the page that `hplanc build` makes of the plan, beside it, made again on saving. */
"use strict";

const path = require("node:path");
const vscode = require("vscode");
const { run, programPath } = require("./program");
const { say } = require("./texts");

const VIEW = "hplan-preview";
const CANNOT = 2; // the exit code of hplanc when it could not do its work

const panels = new Map(); // address of the source to its panel

/** {page}, or {failure} that says why there is none. */
async function render(file) {
  const args = ["build", file, "--to", "html", "-o", "-"];
  const { status, stdout, stderr } = await run(args, path.dirname(file));
  if (status === null) return { failure: say("missing", programPath()) };
  if (stdout) return { page: stdout };
  return { failure: status === CANNOT ? say("failed", stderr.trim()) : say("faulty") };
}

function openPanel(source, icon) {
  const key = source.toString();
  const title = `${say("preview")}: ${path.basename(source.fsPath)}`;
  const panel = vscode.window.createWebviewPanel(VIEW, title,
    { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableFindWidget: true });
  panel.iconPath = icon;
  panel.onDidDispose(() => panels.delete(key));
  panels.set(key, panel);
  return panel;
}

async function show(icon) {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== "hplan") return;
  if (document.isUntitled || (document.isDirty && !(await document.save()))) {
    void vscode.window.showInformationMessage(say("unsaved"));
    return;
  }
  const { page, failure } = await render(document.uri.fsPath);
  if (failure) {
    void vscode.window.showWarningMessage(failure);
    return;
  }
  const panel = panels.get(document.uri.toString()) ?? openPanel(document.uri, icon);
  panel.webview.html = page;
  panel.reveal(undefined, true);
}

/** An open preview follows what is saved; a plan with errors leaves the last good page. */
async function follow(document) {
  if (!panels.has(document.uri.toString())) return;
  const { page } = await render(document.uri.fsPath);
  const panel = panels.get(document.uri.toString()); // it may have been closed meanwhile
  if (page && panel) panel.webview.html = page;
}

function register(context) {
  const icon = vscode.Uri.joinPath(context.extensionUri, "icon.svg");
  context.subscriptions.push(
    vscode.commands.registerCommand("hplan.preview", () => show(icon)),
    vscode.workspace.onDidSaveTextDocument(follow),
  );
}

module.exports = { register };
