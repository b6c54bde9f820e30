/*
 * The preview: what `hplanc build` makes of the plan, beside the source, made again on saving.
 *
 * A compiler that writes HTML has its page shown; one that does not yet, its Markdown, in VS Code's
 * own preview.
 */
"use strict";

const path = require("node:path");
const vscode = require("vscode");
const { run, programPath } = require("./program");
const { say } = require("./texts");

const SCHEME = "hplan-preview";
const UNKNOWN_FORMAT = 2; // the exit code of hplanc for what it cannot do

const changed = new vscode.EventEmitter();
const panels = new Map(); // source to webview panel
const pages = new Map(); // address of the Markdown to the Markdown

const build = (file, format) => run(["build", file, "--to", format, "-o", "-"], path.dirname(file));

/** {format, page}, or {failure} that says why there is none. */
async function render(file) {
  let said = "";
  for (const format of ["html", "md"]) {
    const { status, stdout, stderr } = await build(file, format);
    if (status === null) return { failure: say("missing", programPath()) };
    if (stdout) return { format, page: stdout };
    if (status !== UNKNOWN_FORMAT) return { failure: say("faulty") };
    said = stderr.trim();
  }
  return { failure: say("unable", programPath(), said) };
}

const markdownUri = (source) => source.with({ scheme: SCHEME, path: `${source.path}.md` });

function showHtml(source, page) {
  const key = source.toString();
  let panel = panels.get(key);
  if (!panel) {
    const title = `${say("preview")}: ${path.basename(source.fsPath)}`;
    panel = vscode.window.createWebviewPanel(SCHEME, title,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }, { enableFindWidget: true });
    panel.onDidDispose(() => panels.delete(key));
    panels.set(key, panel);
  }
  panel.webview.html = page;
}

function putMarkdown(source, page) {
  const uri = markdownUri(source);
  pages.set(uri.toString(), page);
  changed.fire(uri);
  return uri;
}

async function show() {
  const document = vscode.window.activeTextEditor?.document;
  if (document?.languageId !== "hplan") return;
  if (document.isUntitled || (document.isDirty && !(await document.save()))) {
    void vscode.window.showInformationMessage(say("unsaved"));
    return;
  }
  const { format, page, failure } = await render(document.uri.fsPath);
  if (failure) void vscode.window.showWarningMessage(failure);
  else if (format === "html") showHtml(document.uri, page);
  else {
    const uri = putMarkdown(document.uri, page);
    await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
  }
}

/** On saving, a preview that is open follows; a plan with errors leaves the last good page. */
async function follow(document) {
  const inPanel = panels.has(document.uri.toString());
  if (!inPanel && !pages.has(markdownUri(document.uri).toString())) return;
  const { format, page } = await render(document.uri.fsPath);
  if (format === "html" && inPanel) showHtml(document.uri, page);
  else if (format === "md") putMarkdown(document.uri, page);
}

function register(context) {
  const source = {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => pages.get(uri.toString()) ?? "",
  };
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, source),
    vscode.commands.registerCommand("hplan.preview", show),
    vscode.workspace.onDidSaveTextDocument(follow),
  );
}

module.exports = { register };
