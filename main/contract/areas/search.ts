/** @file Calls by which the engine looks through the items for the person. Answers are rows, see `ItemRow.index`. */

/** Rows by likeness, best first. */
export interface Similar {
  rows: Uint32Array;
  /** Exact cosine of unit embeddings, -1 to 1. */
  cosines: Float32Array;
}

/** A labelled item that another class is nearer to. */
export interface Mislabelled {
  row: number;
  /** The class that it is labelled as, and the one that it looks more like. */
  class: string;
  suggests: string;
  /** How much nearer that one is, in cosine, by prototypes that the item has no part in; above 0. */
  margin: number;
  /** Rows of labelled items of the suggested class: the three nearest to it, nearest first. */
  reasons: number[];
}

/** How far an arrangement is, in work of no unit. */
export interface Arranging {
  done: number;
  total: number;
  /** Null until it can be told. */
  secondsLeft: number | null;
}

export interface SearchCalls {
  /**
   * Every row that has an embedding, those that look alike beside each other; excluded images are left out. Needs no label, and the
   * same items give the same order. Null where it was cancelled; see the event 'search:arranging'.
   */
  'search:alike': () => Uint32Array | null;
  'search:cancelAlike': () => void;
  /**
   * Every row that has an embedding, likest first, the items asked about among them; excluded images and what is not
   * there any more are left out, and so is what has its guess hidden for the blind check. Of several items the mean of their unit embeddings is compared with.
   */
  'search:similar': (items: string[]) => Similar;
  /**
   * So many unlabelled items to look at next, the most doubtful first and each of another scene as long as there are any;
   * excluded images, check items and folders that are only classified are left out. None before there are guesses.
   */
  'search:doubtful': (count: number) => Uint32Array;
  /**
   * Labelled learning items that leave-one-out would call another class, by the newest labels, most doubtful first and 500 at
   * most. Items of classes with one group cannot be told.
   */
  'search:mislabelled': () => Mislabelled[];
}

export interface SearchEvents {
  /** Four times a second while an arrangement is made. */
  'search:arranging': Arranging;
}

export const searchChannels: Record<keyof SearchCalls, true> = {
  'search:alike': true,
  'search:cancelAlike': true,
  'search:similar': true,
  'search:doubtful': true,
  'search:mislabelled': true,
};

export const searchEvents: Record<keyof SearchEvents, true> = { 'search:arranging': true };
