/**
 * @file The decoder's hidden window in Electron: sandboxed, without Node, without navigation. Runs in main.
 */
import { BrowserWindow, MessageChannelMain, type WebPreferences } from 'electron';
import { putBehind } from '../../shell/background';
import { endNow } from '../../shell/endNow';
import { pagePreferences } from '../../shell/security';
import type { DecoderHost, HostListeners, StartHost } from './host';
import { decoderPorts } from './protocol';

export interface ElectronHostOptions {
  /** The decoder's page through the app's own scheme, such as `app://decoder/decoder/index.html`. */
  url: string;
  /** Path of the built preload. */
  preload: string;
  workers: number;
  /** Session whose schemes serve the page and the files; the default one where absent. */
  session?: Electron.Session;
}

export function electronHost(options: ElectronHostOptions): StartHost {
  return (listeners) => openHost(options, listeners);
}

function openHost(options: ElectronHostOptions, listeners: HostListeners): DecoderHost {
  const window = new BrowserWindow({
    show: false,
    width: 200,
    height: 200,
    webPreferences: preferences(options),
  });
  const { webContents } = window;
  listen(window, listeners);
  const port = connect(window, listeners);
  // A page that cannot be loaded never says that it is ready, which the supervisor notices.
  void window.loadURL(`${options.url}?workers=${options.workers}`).catch(() => undefined);
  return {
    post: (job) => port.postMessage(job),
    sendPort: (engine) => webContents.postMessage(decoderPorts.engine, null, [engine]),
    destroy: () => {
      port.close();
      end(window);
    },
  };
}

function preferences({ preload, session }: ElectronHostOptions): WebPreferences {
  return {
    ...pagePreferences(preload),
    // A hidden window's timers and workers must not be slowed down.
    backgroundThrottling: false,
    ...(session && { session }),
  };
}

/** A channel that only this page holds the other end of: fewer hops than IPC, and nobody else can speak on it. */
function connect({ webContents }: BrowserWindow, listeners: HostListeners): Electron.MessagePortMain {
  const { port1, port2 } = new MessageChannelMain();
  port1.on('message', ({ data }) => {
    for (const report of Array.isArray(data) ? (data as unknown[]) : [data]) listeners.onReport(report);
  });
  port1.start();
  webContents.once('did-finish-load', () => {
    putBehind(webContents.getOSProcessId());
    webContents.postMessage(decoderPorts.main, null, [port2]);
  });
  return port1;
}

function listen(window: BrowserWindow, listeners: HostListeners): void {
  const { webContents } = window;
  let gone = false;
  const onGone = (why: string) => {
    if (!gone) listeners.onGone(why);
    gone = true;
  };
  webContents.on('render-process-gone', (_event, { reason }) => onGone(`Its process ended (${reason}).`));
  webContents.on('unresponsive', () => onGone('It no longer answers.'));
  window.on('closed', () => onGone('Its window was closed.'));
}

/** A worker in an endless loop would outlive its window: the process is ended first. */
function end(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  const { webContents } = window;
  const pid = webContents.getOSProcessId();
  if (!webContents.isCrashed()) {
    webContents.forcefullyCrashRenderer();
    endNow(pid);
  }
  window.destroy();
}
