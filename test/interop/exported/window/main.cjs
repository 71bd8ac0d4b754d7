/** @file Main process of an Electron that is a browser with one window: for pages of exports where there is no Chromium. */
'use strict';
const { app, BrowserWindow } = require('electron');

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { backgroundThrottling: false } });
  void window.loadURL('about:blank');
});
