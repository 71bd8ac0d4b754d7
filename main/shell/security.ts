/**
 * @file What no page of ours may do, following Electron's security checklist: navigate, open windows, attach
 * webviews, ask for permissions, reach any network. Runs in main; docs/security.md names the test of each rule.
 */
import { app, type Session, type WebContents, type WebPreferences } from 'electron';
import { log } from './log';

const OWN_SCHEMES = new Set(['app:', 'img:']);

/** Nothing here replaces a rule below: they are what still stands if one of those were passed by. */
const SWITCHES = {
  // No name and no address resolves, literal ones included.
  'host-resolver-rules': 'MAP * ~NOTFOUND',
  // A proxy would resolve names for us, and looking for one is a request of its own.
  'no-proxy-server': '',
  // WebRTC would join a multicast group to hide addresses that it may not tell anyhow.
  'disable-features': 'WebRtcHideLocalIpsWithMdns',
  'disable-background-networking': '',
  'disable-component-update': '',
  'disable-domain-reliability': '',
};

/** Must run before the app is ready: switches and the sandbox are fixed then, and the first session is made. */
export function setupSecurity(): void {
  // As root Chromium has no sandbox at all, and a half-sandboxed app does not start.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  for (const [name, value] of Object.entries(SWITCHES)) app.commandLine.appendSwitch(name, value);
  app.on('session-created', lockSession);
  app.on('web-contents-created', (_, contents) => lockDown(contents));
}

/** What every page of ours is shown with. Most are Electron's defaults today; none may come to depend on that. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    enableWebSQL: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    plugins: false,
    webgl: false,
    spellcheck: false,
    devTools: !app.isPackaged,
  };
}

export function lockDown(contents: WebContents): void {
  contents.on('will-navigate', (event, url) => {
    log.warn(`refused navigation to ${url}`);
    event.preventDefault();
  });
  // Frames inside a page; the fallback Electron does not know this event, and the pages' policy allows no frame.
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  // Without a choice Electron may take the first device that answers.
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  // WebRTC sends datagrams past both the request filter and the resolver.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Every session there is: no permissions, no devices, no requests outside our own schemes, no downloads. */
export function lockSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) => {
    const allowed = isOwn(details.url);
    if (!allowed) log.warn(`refused request to ${details.url}`);
    callback({ cancel: !allowed });
  });
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
}

function isOwn(url: string): boolean {
  const { protocol } = new URL(url);
  return OWN_SCHEMES.has(protocol) || (protocol === 'devtools:' && !app.isPackaged);
}
