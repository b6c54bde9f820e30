/*
 * What the TextMate grammar makes of files, by VS Code's own engine, as tests/editors/agree wants it.
 *
 *     node editors/vscode/pieces.js SCOPES FILE ...       SCOPES: class to scope, as JSON
 */
"use strict";

const { readFileSync } = require("node:fs");
const oniguruma = require("vscode-oniguruma");
const textmate = require("vscode-textmate");

const GRAMMAR = `${__dirname}/syntaxes/hplan.tmLanguage.json`;

function tokenize(grammar, classes, file) {
  let state = textmate.INITIAL;
  console.log(`file\t${file}`);
  readFileSync(file, "utf8").split("\n").forEach((line, number) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const scope = scopes.findLast((s) => classes.has(s));
      const column = [...line.slice(0, startIndex)].length + 1;
      const length = [...line.slice(startIndex, endIndex)].length;
      if (scope && length > 0)
        console.log([number + 1, column, length, classes.get(scope)].join("\t"));
    }
  });
}

async function main(scopes, files) {
  const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm.buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(readFileSync(GRAMMAR, "utf8"), GRAMMAR),
  });
  const grammar = await registry.loadGrammar("source.hplan");
  const classes = new Map(Object.entries(JSON.parse(scopes)).map(([name, scope]) => [scope, name]));
  for (const file of files) tokenize(grammar, classes, file);
}

main(process.argv[2], process.argv.slice(3));
