/**
 * @file Main process of the sandbox test: the real app, and beside it a report of which process shows which page. It
 * also tries what the app never does: a window without a sandbox, and developer tools in a package.
 */
'use strict';
const { app, BrowserWindow, webContents } = require('electron');
require('./out/main/index.cjs');

const pages = ['app://studio/index.html', 'app://studio/decoder/index.html'];

/** @param {string} address */
const shown = (address) =>
  webContents.getAllWebContents().find((page) => page.getURL().startsWith(address) && !page.isLoading());

/** @param {Electron.WebContents} page @returns {Promise<boolean>} whether developer tools came into being */
async function openTools(page) {
  const before = webContents.getAllWebContents().length;
  page.openDevTools({ mode: 'detach' });
  for (let look = 0; look < 10; look++) {
    if (webContents.getAllWebContents().length > before) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

async function report() {
  const [window, decoder] = pages.map(shown);
  if (!window || !decoder) return void setTimeout(report, 100);
  const { webContents: unsafe } = new BrowserWindow({ show: false, webPreferences: { sandbox: false } });
  await unsafe.loadURL('about:blank');
  const shownBy = Object.entries({ window, decoder, unsafe });
  const processes = Object.fromEntries(shownBy.map(([name, page]) => [name, page.getOSProcessId()]));
  const tools = {};
  for (const [name, page] of shownBy) tools[name] = await openTools(page);
  process.stdout.write(`WITNESS ${JSON.stringify({ processes, tools, packaged: app.isPackaged })}\n`);
}

void app.whenReady().then(report);
