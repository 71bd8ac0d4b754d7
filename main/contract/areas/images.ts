/** @file Calls about the project's folders and the reading of their images. */
import type { Progress, ProjectChange } from '../model';
import type { EncodedRows } from '../rows';

export interface ImageCalls {
  'images:addFolder': () => ProjectChange | null;
  'images:rescan': () => { added: number; gone: number; changed: number };
  'images:showInFolder': (item: string) => void;
  /**
   * Images that were read before capture time, camera and likeness were noted are read again, after everything else.
   * Answers how many that are.
   */
  'images:completeFacts': () => number;
  /** These rows are what the person sees now: where they are not read yet, they are read before all others. */
  'images:inView': (rows: number[]) => void;
  'embedding:pause': () => void;
  'embedding:resume': () => void;
  'embedding:cancel': () => void;
}

export interface ImageEvents {
  /** Rows that are new or have changed, by their index. */
  'items:changed': EncodedRows;
  'embedding:progress': Progress;
}

export const imageChannels: Record<keyof ImageCalls, true> = {
  'images:addFolder': true,
  'images:rescan': true,
  'images:showInFolder': true,
  'images:completeFacts': true,
  'images:inView': true,
  'embedding:pause': true,
  'embedding:resume': true,
  'embedding:cancel': true,
};

export const imageEvents: Record<keyof ImageEvents, true> = {
  'items:changed': true,
  'embedding:progress': true,
};
