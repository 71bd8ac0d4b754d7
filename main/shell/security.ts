/**
 * @file What no page of ours may do, following Electron's security checklist: navigate, open windows, attach
 * webviews, ask for permissions, reach any network. Runs in main; each rule has a test that fails without it.
 */
import { app, type Session, type WebContents } from 'electron';
import { log } from './log';

const OWN_SCHEMES = new Set(['app:', 'img:', 'devtools:', 'data:', 'blob:']);

/** Must run before the first window exists. */
export function setupSecurity(): void {
  // As root Chromium has no sandbox at all, and a half-sandboxed app does not start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // No look-ups, no update of components, no spelling dictionaries: the app is offline by construction.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-features', 'SpareRendererForSitePerProcess');
  app.on('web-contents-created', (_, contents) => lockDown(contents));
}

function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    log.warn(`refused navigation to ${url}`);
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Every session our pages run in: no permissions, no requests outside our own schemes, no downloads. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => {
    const allowed = OWN_SCHEMES.has(new URL(details.url).protocol);
    if (!allowed) log.warn(`refused request to ${details.url}`);
    callback({ cancel: !allowed });
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}
