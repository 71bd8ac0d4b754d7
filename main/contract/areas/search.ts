/** @file Calls by which the engine looks through the items for the person. Answers are rows, see `ItemRow.index`. */

/** Rows by likeness, best first. */
export interface Similar {
  rows: Uint32Array;
  /** Exact cosine of unit embeddings, -1 to 1. */
  cosines: Float32Array;
}

export interface SearchCalls {
  /**
   * Every row that has an embedding, likest first, the items asked about among them; excluded images and what is not
   * there any more are left out. Of several items the mean of their unit embeddings is compared with.
   */
  'search:similar': (items: string[]) => Similar;
  /**
   * So many unlabelled items to look at next, the most doubtful first and each of another scene as long as there are any;
   * excluded images, check items and folders that are only classified are left out. None before there are guesses.
   */
  'search:doubtful': (count: number) => Uint32Array;
}

export const searchChannels: Record<keyof SearchCalls, true> = {
  'search:similar': true,
  'search:doubtful': true,
};
