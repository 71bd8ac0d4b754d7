/**
 * @file Preload of the hidden decoder window (sandboxed, isolated world): passes jobs in, reports out, and hands the
 * engine's port to the page. Knows nothing else of Electron, and gives the page nothing else.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { decoderChannels, type DecodeJob, type DecoderBridge, type DecoderReport } from './protocol';

/** All that this file uses of the page's window; main's type-check knows no DOM. */
declare const window: {
  location: { origin: string };
  postMessage: (message: string, targetOrigin: string, ports: readonly unknown[]) => void;
};

const bridge: DecoderBridge = {
  onJob: (listener) => {
    ipcRenderer.on(decoderChannels.job, (_event, job: DecodeJob) => listener(job));
  },
  report: (report: DecoderReport) => ipcRenderer.send(decoderChannels.report, report),
};

contextBridge.exposeInMainWorld('decoderHost', bridge);

// A port cannot cross the context bridge; a message to the page's own window can carry it.
ipcRenderer.on(decoderChannels.port, (event) => {
  window.postMessage(decoderChannels.port, window.location.origin, event.ports);
});
