// session.test.mjs — a whole session on the Kragerø example, as an editor would have it.
// @ts-check
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import * as lsp from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, copyOf, rangeOf } from './client.mjs';

const folder = copyOf('kragero-2018');
const client = new Client();
/** @type {lsp.InitializeResult} */ let server;
/** @type {TextDocument} */ let plan;
/** @type {TextDocument} */ let units;

before(async () => {
  server = await client.start();
  plan = await client.openFile(path.join(folder, 'handlingsplan.hplan'));
  units = await client.openFile(path.join(folder, 'organisasjon.hplan'));
});
after(() => fs.rmSync(folder, { recursive: true }));

/** @param {TextDocument} document */
const named = (document) => ({ textDocument: { uri: document.uri } });
/** @param {TextDocument} document @param {string} text @param {number} [within] */
const at = (document, text, within = 1) => {
  const start = rangeOf(document, text).start;
  return { ...named(document),
    position: { line: start.line, character: start.character + within } };
};

test('it tells what it can do', () => {
  const can = server.capabilities;
  assert.equal(can.positionEncoding, 'utf-16');
  assert.deepEqual(can.renameProvider, { prepareProvider: true });
  assert.ok(can.semanticTokensProvider && can.completionProvider && can.hoverProvider);
  assert.equal(server.serverInfo?.name, 'hplanc');
});

test('it asks to be told of files', async () => {
  await client.diagnostics(plan);
  assert.deepEqual(client.registrations.map((r) => r.method), ['workspace/didChangeWatchedFiles']);
});

test('the plan is in order', async () => {
  assert.deepEqual(await client.errors(plan), []);
  assert.deepEqual(await client.errors(units), []);
});

test('a sum that is broken is told of in Norwegian, and mended by its fix', async () => {
  const line = plan.getText().split('\n').findIndex((l) => /^\s*\| sum:/.test(l));
  const text = plan.getText().split('\n')[line];
  assert.ok(text.includes('38 228 737'));
  const start = text.indexOf('38 228 737');
  const cell = lsp.Range.create(line, start, line, start + 10);
  await client.edit(plan, [lsp.TextEdit.replace(cell, '38 228 773')]);
  const [error, ...others] = await client.errors(plan);
  assert.deepEqual(others, []);
  assert.match(String(error.code), /^HP4\d{3}$/);
  assert.match(String(error.message), /Summen stemmer ikke med radene\.[^]*gir 38.228.737.kr/);
  assert.equal(error.source, 'hplanc');
  assert.deepEqual(error.range, cell);

  const actions = await client.connection.sendRequest(lsp.CodeActionRequest.type, {
    ...named(plan), range: lsp.Range.create(cell.start, cell.start),
    context: { diagnostics: [error] },
  });
  const fix = actions?.find((a) => lsp.CodeAction.is(a) && a.kind === 'quickfix');
  assert.ok(fix && lsp.CodeAction.is(fix));
  assert.equal(fix.isPreferred, true);
  assert.deepEqual(fix.diagnostics, [error]);
  assert.match(fix.title, /^Skriv 38.228.737/);
  assert.deepEqual(await client.apply(fix.edit), [plan.uri]);
  assert.deepEqual(await client.errors(plan), []);
});

test('an error in one file shows in another that is open', async () => {
  const seen = units.version;
  await client.replace(units, 'avdeling personal "Personalavdelingen"',
    'avdeling mennesker "Personalavdelingen"');
  assert.deepEqual(await client.errors(units).then((e) => e.map((d) => d.code)),
    ['HP2008', 'HP2008']);
  const errors = await client.errors(plan);
  assert.ok(errors.length >= 3 && errors.every((e) => e.code === 'HP2008'), JSON.stringify(errors));
  await client.replace(units, 'avdeling mennesker', 'avdeling personal');
  assert.equal(units.version, seen + 2);
  assert.deepEqual(await client.errors(units), []);
  await client.replace(plan, 'Digitale rutiner', 'Digitale  rutiner');
  assert.deepEqual(await client.errors(plan), []);
});

test('a department is found, and renamed across files', async () => {
  const place = at(plan, 'om personal {\n        driftstiltak', 4);
  const found = await client.connection.sendRequest(lsp.DefinitionRequest.type, place);
  assert.ok(lsp.Location.is(found));
  assert.equal(found.uri, units.uri);
  assert.equal(units.getText(found.range), 'personal');

  const references = await client.connection.sendRequest(lsp.ReferencesRequest.type,
    { ...place, context: { includeDeclaration: true } });
  assert.deepEqual([...new Set(references?.map((r) => r.uri))].sort(), [plan.uri, units.uri].sort());

  const can = await client.connection.sendRequest(lsp.PrepareRenameRequest.type, place);
  assert.ok(can && 'placeholder' in can && can.placeholder === 'personal');
  const edit = await client.connection.sendRequest(lsp.RenameRequest.type,
    { ...place, newName: 'mennesker-og-løn' });
  assert.deepEqual((await client.apply(edit)).sort(), [plan.uri, units.uri].sort());
  assert.match(units.getText(), /avdeling mennesker-og-løn "Personalavdelingen"/);
  assert.match(plan.getText(), /om mennesker-og-løn \{/);
  assert.deepEqual(await client.errors(plan), []);
  assert.deepEqual(await client.errors(units), []);

  await assert.rejects(client.connection.sendRequest(lsp.RenameRequest.type,
    { ...at(units, 'avdeling mennesker-og-løn', 10), newName: 'to ord{' }),
  { code: lsp.LSPErrorCodes.RequestFailed });
});

test('it says what stands at a place', async () => {
  const hover = await client.connection.sendRequest(lsp.HoverRequest.type,
    at(units, 'avdeling mennesker-og-løn', 10));
  assert.ok(lsp.MarkupContent.is(hover?.contents));
  assert.match(hover.contents.value, /Personalavdelingen/);
});

test('its tokens decode to the words of the text', async () => {
  const provider = server.capabilities.semanticTokensProvider;
  const answer = await client.connection.sendRequest(lsp.SemanticTokensRequest.type, named(units));
  assert.ok(provider && answer && answer.data.length > 0 && answer.data.length % 5 === 0);
  /** @type {string[]} */ const words = [];
  for (let i = 0, line = 0, column = 0; i < answer.data.length; i += 5) {
    const [down, right, length, type, modifiers] = answer.data.slice(i, i + 5);
    column = down > 0 ? right : column + right;
    line += down;
    const text = units.getText(lsp.Range.create(line, column, line, column + length));
    assert.equal([...text].length > 0 && !text.includes('\n'), true);
    words.push(`${provider.legend.tokenTypes[type]}${modifiers ? '!' : ''} ${text}`);
  }
  assert.ok(words.includes('keyword avdeling'), words.slice(0, 20).join(', '));
  assert.ok(words.includes('variable! økonomi'), words.slice(0, 40).join(', '));
  assert.ok(words.some((w) => /^string!? .?Økonomiavdelingen/.test(w)), words.slice(0, 40).join(', '));
});

test('it completes names of the kind that is wanted', async () => {
  const measure = at(plan, 'om mennesker-og-løn {\n        driftstiltak', 4).position;
  const line = lsp.Position.create(measure.line + 1, 0);
  await client.edit(plan, [lsp.TextEdit.insert(line, '        ansvar: mennes\n')]);
  const list = await client.connection.sendRequest(lsp.CompletionRequest.type, {
    ...named(plan), position: { line: line.line, character: '        ansvar: mennes'.length },
  });
  assert.ok(list && !Array.isArray(list));
  const item = list.items.find((i) => i.label.includes('mennesker-og-løn'));
  assert.ok(item?.textEdit && lsp.TextEdit.is(item.textEdit), JSON.stringify(list.items.slice(0, 5)));
  await client.edit(plan, [item.textEdit]);
  assert.match(plan.getText(), /\n {8}ansvar: mennesker-og-løn\n/);
  await client.replace(plan, '        ansvar: mennesker-og-løn\n', '');
});

test('it outlines the file, and finds things by name', async () => {
  const symbols = await client.connection.sendRequest(lsp.DocumentSymbolRequest.type, named(plan));
  assert.ok(symbols && lsp.DocumentSymbol.is(symbols[0]));
  const chapters = symbols[0].children?.filter((c) => c.kind === lsp.SymbolKind.Namespace);
  assert.ok(chapters && chapters.length >= 4);
  for (const c of chapters)
    assert.ok(plan.offsetAt(c.selectionRange.end) <= plan.offsetAt(c.range.end));
  const found = await client.connection.sendRequest(lsp.WorkspaceSymbolRequest.type,
    { query: 'serviceavd' });
  assert.ok(found?.some((s) => s.name === 'Serviceavdelingen' && s.location.uri === units.uri));
});

test('it folds', async () => {
  const folds = await client.connection.sendRequest(lsp.FoldingRangeRequest.type, named(plan));
  assert.ok(folds && folds.length > 20);
  assert.ok(folds.every((f) => f.startLine < f.endLine && f.endLine < plan.lineCount));
  assert.ok(folds.some((f) => f.kind === 'comment'));
});

test('it formats, and what it formats is in form', async () => {
  await client.replace(units, '  avdeling ikt "IKT-avdelingen"', '      avdeling   ikt "IKT-avdelingen"');
  const edits = await client.connection.sendRequest(lsp.DocumentFormattingRequest.type,
    { ...named(units), options: { tabSize: 2, insertSpaces: true } });
  assert.ok(edits && edits.length > 0 && edits.every((e) => e.range.start.line === e.range.end.line));
  await client.edit(units, edits);
  assert.match(units.getText(), /\n {2}avdeling ikt "IKT-avdelingen"\n/);
  assert.deepEqual(await client.connection.sendRequest(lsp.DocumentFormattingRequest.type,
    { ...named(units), options: { tabSize: 2, insertSpaces: true } }), []);
});

test('a cancelled request is not answered', async () => {
  // In one piece, so that both have come before the first is begun.
  const source = new lsp.CancellationTokenSource();
  const answer = client.connection.sendRequest(lsp.HoverRequest.type, at(units, 'avdeling ikt'),
    source.token);
  source.cancel();
  const outcome = await answer.then(() => 'answered', (e) => e.code);
  assert.ok(outcome === lsp.LSPErrorCodes.RequestCancelled || outcome === 'answered');
});

test('what it does not know it says so', async () => {
  await assert.rejects(client.connection.sendRequest('textDocument/colour', named(units)),
    { code: lsp.ErrorCodes.MethodNotFound });
  await client.connection.sendNotification('workspace/nothing', {});
});

test('places are right past emoji and combining marks', async () => {
  const text = 'plan p "😀 e\u0301 👩‍👧" {\n  fakta { avdeling å "Æ😀" }\n'
    + '  tiltak "😀😀 øl" { ansvar: ås; frist: 2018 }\n}\n';
  const document = await client.open('untitled:plasser.hplan', text);
  const [error] = await client.errors(document);
  assert.equal(error.code, 'HP2002');
  assert.equal(document.getText(error.range), 'ås');
  await client.edit(document, [lsp.TextEdit.replace(error.range, 'å')]);
  assert.deepEqual(await client.errors(document), []);
  await client.edit(document, [lsp.TextEdit.replace(rangeOf(document, 'øl" { ansvar: å'),
    '👩‍👧‍👦 øl" { ansvar: x')]);
  const [second] = await client.errors(document);
  assert.equal(document.getText(second.range), 'x');
});

test('it ends when it is told to', async () => {
  assert.equal(await client.stop(), 0);
});
