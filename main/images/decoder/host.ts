/**
 * @file What the decoder's supervisor needs of the window it supervises: Electron's, or a double in tests. Types only.
 */
import type { SpokenJob } from './protocol';

export interface DecoderHost {
  post(job: SpokenJob): void;
  /** The engine's end of a channel; taken over by the window. */
  sendPort(port: Electron.MessagePortMain): void;
  /** Ends the window and its process, whatever they are doing. No listener is called afterwards. */
  destroy(): void;
}

export interface HostListeners {
  /** Anything the window sent; not yet checked. */
  onReport(report: unknown): void;
  /** The window can do no more: its process ended, or it no longer answers. Called at most once. */
  onGone(why: string): void;
}

export type StartHost = (listeners: HostListeners) => DecoderHost;
