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

async function report() {
  const [window, decoder] = pages.map(shown);
  if (!window || !decoder) return void setTimeout(report, 100);
  const unsafe = new BrowserWindow({ show: false, webPreferences: { sandbox: false } });
  await unsafe.loadURL('about:blank');
  for (const page of [window, decoder]) page.openDevTools({ mode: 'detach' });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const processes = {
    window: window.getOSProcessId(),
    decoder: decoder.getOSProcessId(),
    unsafe: unsafe.webContents.getOSProcessId(),
  };
  const devTools = [window, decoder].some((page) => page.isDevToolsOpened());
  process.stdout.write(`WITNESS ${JSON.stringify({ processes, devTools, packaged: app.isPackaged })}\n`);
}

void app.whenReady().then(report);
