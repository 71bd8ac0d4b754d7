/** @file Calls about what should not have happened, what the program is, and its log. Nothing of it is ever sent. */

/** Who failed: main itself, the window, or a helper that ended again and again. */
export type FaultKind = 'main' | 'window' | 'engine' | 'decoder';

export interface Fault {
  kind: FaultKind;
  /** What it says of itself, without anything of the person's; '' where it says nothing. */
  message: string;
}

/** A fault of the window, as it tells main. */
export interface WindowFault {
  message: string;
  stack: string;
}

export interface AboutFacts {
  name: string;
  version: string;
  build:
    | { kind: 'development' }
    | {
        kind: 'package';
        official: boolean;
        release: boolean;
        commit: string | null;
        changed: boolean;
        date: string;
      };
  electron: string;
  chromium: string;
  node: string;
  /** Null while the engine is not loaded. */
  tensorflow: string | null;
  system: string;
  backbones: { name: string; licence: string; trainedOn: string }[];
}

export interface FaultCalls {
  /** Tells main, which answers by `fault:happened` where the person should hear of it. */
  'fault:report': (fault: WindowFault) => void;
  /** What a report would say. */
  'fault:text': () => string;
  /** Asks where to, and writes it there. @returns the file's path; null: cancelled */
  'fault:save': () => string | null;
  'fault:copy': () => void;
  'log:show': () => void;
  'about:facts': () => AboutFacts;
  'about:copy': () => void;
  /** The notices of all that is shipped. */
  'about:licences': () => string;
}

export interface FaultEvents {
  'fault:happened': Fault;
}

export const faultChannels: Record<keyof FaultCalls, true> = {
  'fault:report': true,
  'fault:text': true,
  'fault:save': true,
  'fault:copy': true,
  'log:show': true,
  'about:facts': true,
  'about:copy': true,
  'about:licences': true,
};

export const faultEvents: Record<keyof FaultEvents, true> = { 'fault:happened': true };
