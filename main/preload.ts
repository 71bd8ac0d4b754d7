/** @file The bridge between the window and main: `window.studio`, typed by the contract. Runs in the sandboxed preload. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import {
  eventNames,
  windowChannels,
  type CallResult,
  type Calls,
  type Channel,
  type EventName,
  type Events,
  type StudioBridge,
  type WindowChannel,
} from './contract/calls';
import type { Opened } from './contract/areas/app';

async function invoke<C extends Channel>(
  channel: C,
  args: Parameters<Calls[C]>,
): Promise<ReturnType<Calls[C]>> {
  const answer = (await ipcRenderer.invoke(channel, ...args)) as CallResult<ReturnType<Calls[C]>>;
  if ('result' in answer) return answer.result;
  // The bridge keeps an Error's message and nothing else, which is what a person reads; main's log has the rest.
  throw new Error(answer.error.message);
}

async function call<C extends WindowChannel>(
  channel: C,
  ...args: Parameters<Calls[C]>
): Promise<ReturnType<Calls[C]>> {
  if (!Object.hasOwn(windowChannels, channel)) throw new TypeError(`There is no call ${String(channel)}.`);
  return invoke(channel, args);
}

function on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void {
  if (!Object.hasOwn(eventNames, event)) throw new TypeError(`There is no event ${String(event)}.`);
  const wrapped = (_: unknown, payload: Events[E]) => listener(payload);
  ipcRenderer.on(event, wrapped);
  return () => void ipcRenderer.removeListener(event, wrapped);
}

/**
 * Electron 32 took `File.path` away and gave `webUtils`; the fallback Electron has only the former.
 * @returns '' for what is no file of the disk: an object made to look like one, or a file the page made itself
 */
function pathOf(file: unknown): string {
  if (!(file instanceof File)) return '';
  if (typeof webUtils?.getPathForFile === 'function') return webUtils.getPathForFile(file);
  return (file as File & { path?: string }).path ?? '';
}

/**
 * Null for what is no file of the disk. What to say then the page knows: here the words of one sentence would bring the whole
 * catalogue into a preload, which is small so that it can be looked through.
 */
async function openDropped(file: unknown): Promise<Opened | null> {
  const path = pathOf(file);
  return path === '' ? null : invoke('project:openDropped', [path]);
}

const bridge: StudioBridge = { call, on, openDropped };

contextBridge.exposeInMainWorld('studio', bridge);
