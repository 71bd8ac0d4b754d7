/**
 * @file Main process. Set-up puts this into `resources/app/` of an Electron that has no default app of its own, and so
 * teaches it `electron [-r MODULE] [flags] APP [-- ARGS]`. The app sees the same argv, name and paths as under an official Electron.
 * It is a tool for the checkout only and never goes into a package.
 */
'use strict';
const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

function appFolder() {
  const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
  return given === undefined ? null : path.resolve(given);
}

/** Test drivers load a module of theirs before the app, as an official Electron lets them. */
function loadRequired() {
  const at = process.argv.indexOf('-r');
  if (at < 0) return;
  const [, required] = process.argv.splice(at, 2);
  require(path.resolve(required));
}

function load(folder) {
  const about = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setName(about.productName || about.name);
  if (about.version) app.setVersion(about.version);
  // An explicit --user-data-dir was obeyed before this file ran.
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  }
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
  require(path.resolve(folder, about.main || 'index.js'));
}

loadRequired();
const folder = appFolder();
if (folder && fs.existsSync(path.join(folder, 'package.json'))) {
  load(folder);
} else {
  process.stderr.write(`Electron was started without the folder of an app (${folder ?? 'none given'}).\n`);
  app.exit(1);
}
