// sarif.js — does each of these files follow the schema of SARIF 2.1.0?
//
//   node tests/hooks/sarif.js FILE.sarif ...
//
// The schema is the one that Microsoft's SARIF Multitool ships. Exit code 1 where a file does not.
'use strict';
const fs = require('fs');
const path = require('path');
const Ajv = require('ajv/dist/2020');
const formats = require('ajv-formats');

const multitool = path.dirname(require('@microsoft/sarif-multitool'));
const schema = JSON.parse(fs.readFileSync(path.join(multitool, 'sarif-2.1.0.json'), 'utf8'));
const ajv = formats(new Ajv({ strict: false, allErrors: true }));
const valid = ajv.compile(schema);

let faults = 0;
for (const file of process.argv.slice(2)) {
  if (valid(JSON.parse(fs.readFileSync(file, 'utf8')))) continue;
  faults++;
  for (const e of valid.errors) console.log(`${file}: ${e.instancePath} ${e.message}`);
}
console.log(`${process.argv.length - 2 - faults} files are valid`);
process.exit(faults ? 1 : 0);
