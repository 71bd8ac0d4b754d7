/** @file The bridge between the window and main: `window.studio`, typed by the contract. Runs in the sandboxed preload. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { CallResult, Calls, Channel, EventName, Events, StudioBridge } from './contract/calls';

async function call<C extends Channel>(
  channel: C,
  ...args: Parameters<Calls[C]>
): Promise<ReturnType<Calls[C]>> {
  const answer = (await ipcRenderer.invoke(channel, ...args)) as CallResult<ReturnType<Calls[C]>>;
  if ('result' in answer) return answer.result;
  // contextBridge keeps an Error's message only, so name and detail ride along as JSON in `cause`-free form.
  const { name, message, detail } = answer.error;
  throw Object.assign(new Error(message), { name, detail });
}

const events: Record<EventName, true> = {
  'project:changed': true,
  'project:saved': true,
  'items:changed': true,
  'embedding:progress': true,
  'guesses:changed': true,
  'estimate:changed': true,
  'export:progress': true,
  'app:notice': true,
  'app:menu': true,
};

function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  if (!events[event]) throw new Error(`There is no event ${String(event)}.`);
  const wrapped = (_: unknown, payload: Events[E]) => listener(payload);
  ipcRenderer.on(event, wrapped);
  return () => void ipcRenderer.removeListener(event, wrapped);
}

/** Electron 32 took `File.path` away and gave `webUtils`; the fallback Electron has only the former. */
function pathOf(file: File): string {
  if (typeof webUtils?.getPathForFile === 'function') return webUtils.getPathForFile(file);
  return (file as File & { path?: string }).path ?? '';
}

const bridge: StudioBridge = {
  call,
  on,
  openDropped: (file) => call('project:openDropped', pathOf(file)),
};

contextBridge.exposeInMainWorld('studio', bridge);
