/* Where hplanc lies, and running it. */
"use strict";

const { execFile } = require("node:child_process");
const { homedir } = require("node:os");
const path = require("node:path");
const vscode = require("vscode");

/** The setting `hplan.path`: a name to be looked up, or a path; a relative one is the folder's. */
function programPath() {
  const typed = vscode.workspace.getConfiguration("hplan").get("path") || "hplanc";
  const set = typed.replace(/^~(?=[/\\])/, homedir());
  const folder = vscode.workspace.workspaceFolders?.[0];
  const isName = !set.includes("/") && !set.includes("\\");
  if (isName || path.isAbsolute(set) || !folder) return set;
  return path.join(folder.uri.fsPath, set);
}

/** Runs hplanc to its end. `status` is null where it could not be started. */
function run(args, cwd) {
  return new Promise((resolve) => {
    const options = { cwd, maxBuffer: 64 << 20, timeout: 60_000 };
    execFile(programPath(), args, options, (error, stdout, stderr) => {
      const status = !error ? 0 : typeof error.code === "number" ? error.code : null;
      resolve({ status, stdout, stderr });
    });
  });
}

module.exports = { programPath, run };
