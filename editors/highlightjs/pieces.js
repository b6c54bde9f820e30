/*
 * What the grammar makes of files: a line `file PATH`, then a line a piece as
 * tests/editors/compare wants it.
 *
 *     node editors/highlightjs/pieces.js FILE ...
 */
import { readFileSync } from "node:fs";
import hljs from "highlight.js/lib/core";
import hplan from "./hplan.js";

const CLASSES = {
  comment: "comment", keyword: "kind", attribute: "property", literal: "enum",
  "title.function": "function", meta: "role", variable: "name", title: "title", string: "string",
  number: "number", type: "unit", operator: "operator", punctuation: "bar", symbol: "code",
  quote: "prose", section: "markup.heading", strong: "markup.bold", link: "markup.link",
  "template-tag": "interpolation",
};

function print(tree) {
  let line = 1, column = 1;
  const walk = (node, scope) => {
    if (typeof node !== "string") {
      for (const child of node.children) walk(child, node.scope ?? scope);
      return;
    }
    node.split("\n").forEach((part, i) => {
      if (i > 0) [line, column] = [line + 1, 1];
      const length = [...part].length;
      if (scope && length > 0) {
        if (!CLASSES[scope]) throw new Error(`${line}:${column}: no class for the scope ${scope}`);
        console.log([line, column, length, CLASSES[scope]].join("\t"));
      }
      column += length;
    });
  };
  walk(tree, null);
}

hljs.registerLanguage("hplan", hplan);
for (const file of process.argv.slice(2)) {
  const result = hljs.highlight(readFileSync(file, "utf8"), { language: "hplan" });
  if (result.errorRaised) throw result.errorRaised;
  console.log(`file\t${file}`);
  print(result._emitter.rootNode);
}
