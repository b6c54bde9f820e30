/* What the grammar makes of the sample, as tests/editors/compare wants it. */
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

hljs.registerLanguage("hplan", hplan);
hljs.safeMode = () => {};
const text = readFileSync(new URL("../sample/eksempel.hplan", import.meta.url), "utf8");
const result = hljs.highlight(text, { language: "hplan" });
if (result.errorRaised || result.value.replace(/<[^>]*>/g, "").length === 0)
  throw result.errorRaised ?? new Error("nothing came out");

let line = 1, column = 1;
function walk(node, scope) {
  if (typeof node !== "string") {
    for (const child of node.children) walk(child, node.scope ?? scope);
    return;
  }
  node.split("\n").forEach((part, i) => {
    if (i > 0) [line, column] = [line + 1, 1];
    const length = [...part].length;
    if (scope && length) {
      if (!CLASSES[scope]) throw new Error(`${line}:${column}: no class for the scope ${scope}`);
      console.log([line, column, length, CLASSES[scope]].join("\t"));
    }
    column += length;
  });
}
walk(result._emitter.rootNode, null);
