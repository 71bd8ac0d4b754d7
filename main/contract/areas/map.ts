/** @file Calls about the map: all items in two dimensions, what is alike close together. */

/** In a thousandth parts, so that it moves evenly through steps of different kinds. */
export interface MapProgress {
  done: number;
  total: number;
  /** Null until it can be told. */
  secondsLeft: number | null;
}

export interface MapState {
  /** pca: the principal plane, at once; umap: the layout. */
  method: 'pca' | 'umap';
  /** Rows that `points` has. */
  count: number;
  /** [count, 2] by row, x then y; NaN where there was no embedding. Places do not change when more items come. */
  points: Float32Array;
  /** Items on the map. */
  mapped: number;
  /** Items that have been read since and are not on it: a new map would have them. */
  added: number;
  /** How far the layout is; null when nothing is under way. */
  progress: MapProgress | null;
}

export interface MapCalls {
  /** Begins a map of what has been read until now; the same seed and data give the same one. Another one is given up. */
  'map:start': (options: { seed: number }) => void;
  /** Ends what is under way; what is shown stays. */
  'map:cancel': () => void;
}

export interface MapEvents {
  'map:changed': MapState;
}

export const mapChannels: Record<keyof MapCalls, true> = { 'map:start': true, 'map:cancel': true };

export const mapEvents: Record<keyof MapEvents, true> = { 'map:changed': true };
