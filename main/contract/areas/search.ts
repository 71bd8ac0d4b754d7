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
}

export const searchChannels: Record<keyof SearchCalls, true> = {
  'search:similar': true,
};
