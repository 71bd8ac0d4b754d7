/**
 * @file A bare virtual grid in Electron, measured by the same probe as the app's window. The bench starts it with the
 * number of images, the folder of thumbnails and what to measure; it answers in one line.
 */
const { app, BrowserWindow, protocol } = require('electron');
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');

const { count, thumbnails, speeds, scrollMs, presses } = JSON.parse(process.argv.at(-1));
const names = readdirSync(thumbnails).sort();

/** @param {BrowserWindow} window @param {string} call */
const ask = (window, call) => window.webContents.executeJavaScript(`probe.${call}`);

/** @param {BrowserWindow} window */
async function press(window) {
  const times = [];
  for (let i = 0; i < presses; i++) {
    await ask(window, `awaitLabel('bench 0${1 + (i % 2)}')`);
    const keyCode = String(1 + (i % 2));
    for (const type of /** @type {const} */ (['keyDown', 'char', 'keyUp']))
      window.webContents.sendInputEvent({ type, keyCode });
    times.push(await ask(window, 'label()'));
    await new Promise((done) => setTimeout(done, 100));
  }
  return times;
}

async function measure() {
  protocol.registerFileProtocol('img', ({ url }, respond) => {
    const number = Number(/^img:\/\/thumb\/(\d+)/.exec(url)?.[1]);
    respond({ path: path.join(thumbnails, names[number] ?? ''), mimeType: 'image/jpeg' });
  });
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true } });
  await window.loadFile(path.join(__dirname, 'index.html'), { query: { of: `${count},${names.length}` } });
  await window.webContents.executeJavaScript(readFileSync(path.join(__dirname, 'probe.js'), 'utf8'));
  window.focus();
  await ask(window, 'pictures()');
  const scroll = [];
  for (const speed of speeds) scroll.push(await ask(window, `scroll(${speed}, ${scrollMs})`));
  await ask(window, 'top()');
  const keys = await press(window);
  const { memory } = app.getAppMetrics().find(({ pid }) => pid === window.webContents.getOSProcessId());
  return { scroll, keys, window: (Math.max(memory.workingSetSize, memory.peakWorkingSetSize) * 1024) / 1e6 };
}

protocol.registerSchemesAsPrivileged([
  { scheme: 'img', privileges: { standard: true, secure: true, supportFetchAPI: false } },
]);
void app.whenReady().then(async () => process.stdout.write(`${JSON.stringify(await measure())}\n`));
