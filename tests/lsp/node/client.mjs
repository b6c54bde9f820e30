// client.mjs — one server and one client, with every message typed by the protocol's own library.
// @ts-check
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL, fileURLToPath } from 'node:url';
import * as lsp from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const hplanc = process.env.HPLANC ?? path.join(root, 'build/hplanc');

/** What an editor of today can do. @type {lsp.ClientCapabilities} */
export const capabilities = {
  general: { positionEncodings: ['utf-16'] },
  workspace: {
    workspaceEdit: { documentChanges: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
  textDocument: {
    rename: { prepareSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

export class Client {
  /** @type {Map<string, TextDocument>} */ documents = new Map();
  /** @type {Map<string, lsp.PublishDiagnosticsParams>} */ published = new Map();
  /** @type {lsp.Registration[]} */ registrations = [];

  constructor() {
    this.process = spawn(hplanc, ['lsp', '--lang', 'nb'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.ended = new Promise((done) => this.process.on('exit', done));
    this.connection = lsp.createProtocolConnection(
      new lsp.StreamMessageReader(this.process.stdout),
      new lsp.StreamMessageWriter(this.process.stdin));
    this.connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
      this.published.set(params.uri, params);
    });
    this.connection.onRequest(lsp.RegistrationRequest.type, (params) => {
      this.registrations.push(...params.registrations);
    });
    this.connection.listen();
  }

  /** @param {Partial<lsp.InitializeParams>} [more] */
  async start(more = {}) {
    const result = await this.connection.sendRequest(lsp.InitializeRequest.type, {
      processId: process.pid, rootUri: null, capabilities, ...more,
    });
    await this.connection.sendNotification(lsp.InitializedNotification.type, {});
    return result;
  }

  /** @param {string} uri @param {string} text */
  async open(uri, text) {
    const document = TextDocument.create(uri, 'hplan', 1, text);
    this.documents.set(uri, document);
    await this.connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: 'hplan', version: 1, text },
    });
    return document;
  }

  /** Opens a file as it is on the disk. @param {string} file */
  openFile(file) {
    return this.open(pathToFileURL(file).href, fs.readFileSync(file, 'utf8'));
  }

  /** Changes our text and tells the server. @param {TextDocument} document
   * @param {lsp.TextEdit[]} edits */
  async edit(document, edits) {
    // From the last to the first, so that no place is moved by another edit.
    const changes = [...edits].reverse().map((e) => ({ range: e.range, text: e.newText }));
    TextDocument.update(document, changes, document.version + 1);
    await this.connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
      textDocument: { uri: document.uri, version: document.version }, contentChanges: changes,
    });
  }

  /** Puts a text in the place of another that is there once. @param {TextDocument} document
   * @param {string} before @param {string} after */
  async replace(document, before, after) {
    await this.edit(document, [lsp.TextEdit.replace(rangeOf(document, before), after)]);
  }

  /** The findings of the newest state of all texts: an answer comes before what is published next,
   * so two questions enclose it. @param {TextDocument} document */
  async diagnostics(document) {
    for (let i = 0; i < 2; i++)
      await this.connection.sendRequest('hplan/text', { textDocument: { uri: document.uri } });
    const published = this.published.get(document.uri);
    assert.equal(published?.version, document.version);
    return published?.diagnostics ?? [];
  }

  /** @param {TextDocument} document */
  async errors(document) {
    const all = await this.diagnostics(document);
    return all.filter((d) => d.severity === lsp.DiagnosticSeverity.Error);
  }

  /** Does what a WorkspaceEdit says, and gives the URIs of what it changed.
   * @param {lsp.WorkspaceEdit | null | undefined} edit */
  async apply(edit) {
    const uris = [];
    for (const change of edit?.documentChanges ?? []) {
      assert.ok(lsp.TextDocumentEdit.is(change));
      const document = this.documents.get(change.textDocument.uri)
        ?? await this.openFile(fileURLToPath(change.textDocument.uri));
      await this.edit(document, /** @type {lsp.TextEdit[]} */ (change.edits));
      uris.push(change.textDocument.uri);
    }
    return uris;
  }

  async stop() {
    await this.connection.sendRequest(lsp.ShutdownRequest.type);
    await this.connection.sendNotification(lsp.ExitNotification.type);
    const code = await this.ended;
    this.connection.dispose();
    return code;
  }
}

/** Where a text stands that is there once. @param {TextDocument} document @param {string} text */
export function rangeOf(document, text) {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `«${text}» is not there`);
  assert.equal(document.getText().indexOf(text, at + 1), -1, `«${text}» is there twice`);
  return lsp.Range.create(document.positionAt(at), document.positionAt(at + text.length));
}

/** A copy of an example, in a folder whose name has what names have here. @param {string} name */
export function copyOf(name) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'Kragerø plan '));
  fs.cpSync(path.join(root, 'examples', name), folder, { recursive: true });
  return fs.realpathSync(folder);
}
