/** @file The least that Electron can be: a window that shows one line. The bench compares the app's start with it. */
const { app, BrowserWindow } = require('electron');
const path = require('node:path');

const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))';

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  await window.loadFile(path.join(__dirname, 'index.html'));
  await window.webContents.executeJavaScript(drawn);
  process.stdout.write('drawn\n');
});
