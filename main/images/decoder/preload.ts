/**
 * @file Preload of the hidden decoder window (sandboxed, isolated world): hands the page its ports to main and to the
 * engine. The page gets nothing else of Electron.
 */
import { ipcRenderer } from 'electron';
import { decoderPorts } from './protocol';

/** All that this file uses of the page's window; main's type-check knows no DOM. */
declare const window: {
  location: { origin: string };
  postMessage: (message: string, targetOrigin: string, ports: readonly unknown[]) => void;
};

// A port cannot cross the context bridge; a message to the page's own window can carry it.
for (const name of Object.values(decoderPorts)) {
  ipcRenderer.on(name, (event) => window.postMessage(name, window.location.origin, event.ports));
}
