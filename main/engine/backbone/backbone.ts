/**
 * @file Pixels to embeddings: what the engine and its rooms know of a backbone, whatever it is made of. Engine.
 */

/** Larger batches are no faster (measured up to 64), block the process for longer and take more memory. */
export const MAX_BATCH = 8;

export interface Embedded {
  count: number;
  /** [count, D] raw embeddings a. Those of the shipped backbones are >= 0; those of others may have any sign. */
  embeddings: Float32Array;
}

/** One contiguous [N,size,size,3] array, or N arrays of [size,size,3]; RGB, row by row. */
export type Pixels = Uint8Array | readonly Uint8Array[];

/** What a backbone is called and what its embeddings are told apart by. */
export interface BackboneIdentity {
  readonly id: string;
  readonly name: string;
  /** Lower-case hex SHA-256 of what it computes; see `backboneHash` and `ownHash`. */
  readonly hash: string;
  /** D, values of an embedding. */
  readonly embeddingSize: number;
}

export interface Backbone extends BackboneIdentity {
  /** Side of the square input, pixels. */
  readonly inputSize: number;
  /**
   * Embeds images in batches of at most MAX_BATCH. Blocks the process (a few ms an image): give it a batch at a time where
   * calls must be answered in between.
   * @throws RangeError with both shapes where the pixels are not whole images of the backbone's size
   */
  embed(pixels: Pixels): Embedded;
  /** Frees the model; the backbone cannot be used afterwards. */
  dispose(): void;
}

/**
 * The images that pixels hold, [size,size,3] each.
 * @throws RangeError with both shapes where they are not whole images of that size
 */
export function imagesOf(pixels: Pixels, size: number): readonly Uint8Array[] {
  const bytes = size * size * 3;
  const shape = `[${size}, ${size}, 3]`;
  if (pixels instanceof Uint8Array) {
    if (pixels.length % bytes === 0) return split(pixels, bytes);
    throw new RangeError(
      `expected whole images of shape [N, ${shape.slice(1)}, ${bytes} bytes each, got shape [${pixels.length}]`,
    );
  }
  const wrong = pixels.findIndex((image) => image.length !== bytes);
  if (wrong < 0) return pixels;
  throw new RangeError(
    `expected images of shape ${shape}, ${bytes} bytes, got shape [${pixels[wrong]!.length}] for image ${wrong}`,
  );
}

function split(pixels: Uint8Array, bytes: number): Uint8Array[] {
  return Array.from({ length: pixels.length / bytes }, (_, i) => pixels.subarray(i * bytes, (i + 1) * bytes));
}
