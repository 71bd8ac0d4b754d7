/** @file Calls about what a person prefers of the app as a whole, and about the cache. */

export interface Preferences {
  theme: 'system' | 'light' | 'dark';
  /** Tag of a catalogue of words; 'system': as the system speaks, where there is one. */
  language: string;
  /** That TensorFlow may use; null: as many as there are processors. */
  threads: number | null;
  /** What thumbnails may take, bytes. */
  thumbnailLimit: number;
  /** Id of the backbone that new projects begin with. */
  backbone: string;
}

/** What changes; what is not named stays. */
export type PreferenceChange = { [F in keyof Preferences]?: Preferences[F] | undefined };

export interface PreferenceState {
  values: Preferences;
  /** Each as its speakers call it. */
  languages: { tag: string; name: string }[];
  processors: number;
  backbones: { id: string; name: string }[];
  cache: CachePlace;
}

export interface CachePlace {
  folder: string;
  /** Whether that is where the system would have it. */
  usual: boolean;
}

/** Bytes on the disk. */
export interface CacheUse {
  thumbnails: number;
  /** Backbones as TensorFlow reads them. */
  models: number;
}

/** What becomes of a cache that goes elsewhere. */
export type CacheContents = 'move' | 'anew';

export interface PreferenceCalls {
  'preferences:state': () => PreferenceState;
  /** Applied at once, and kept. A new language draws the window anew, so nobody hears of the answer. */
  'preferences:change': (change: PreferenceChange) => PreferenceState;
  'cache:use': () => CacheUse;
  'cache:empty': () => CacheUse;
  /** Asks for a folder in a dialog; null where the person cancelled it. */
  'cache:choose': (contents: CacheContents) => PreferenceState | null;
  'cache:usual': (contents: CacheContents) => PreferenceState;
}

export const preferenceChannels: Record<keyof PreferenceCalls, true> = {
  'preferences:state': true,
  'preferences:change': true,
  'cache:use': true,
  'cache:empty': true,
  'cache:choose': true,
  'cache:usual': true,
};
