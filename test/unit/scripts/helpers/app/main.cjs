/** @file Electron main process of a test: tells how it was started, then ends as its arguments say. */
'use strict';
const { app } = require('electron');

const args = process.argv.slice(process.argv.indexOf('--') + 1);

app.whenReady().then(() => {
  const about = { args, cwd: process.env.INIT_CWD, name: app.getName(), version: app.getVersion() };
  const flags = {
    debugger: process.debugPort !== 9229 || Boolean(require('inspector').url()),
    folder: app.getAppPath(),
  };
  process.stdout.write(JSON.stringify({ ...about, ...flags }) + '\n');
  if (args[0] === 'exit') app.exit(Number(args[1]));
  if (args[0] === 'crash') process.kill(process.pid, 'SIGKILL');
});
// Electron itself turns SIGTERM into an orderly quit.
app.on('before-quit', () => app.exit(42));
