/** @file Loads a package, and prints as JSON the files that this took: modules, and the package.json of each. */
'use strict';
const { existsSync, realpathSync } = require('node:fs');
const { createRequire } = require('node:module');
const path = require('node:path');
const util = require('node:util');

// As in main/engine/backbone/tensorflow.ts.
util.isNullOrUndefined ??= (value) => value === null || value === undefined;

const require_ = createRequire(path.join(process.cwd(), 'package.json'));
require_(process.argv[2]);

/** The package.json that decides about a file: Node reads it to know how. */
function manifestOf(file) {
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest)) return manifest;
  }
}

const loaded = Object.keys(require_.cache).filter((file) => file !== __filename);
const files = [...new Set([...loaded, ...loaded.map(manifestOf)])];
// As they lie in this checkout, whose node_modules may be a link.
const [real, here] = [realpathSync('node_modules'), path.resolve('node_modules')];
process.stdout.write(`\n${JSON.stringify(files.map((file) => file.replace(real, here)))}\n`);
