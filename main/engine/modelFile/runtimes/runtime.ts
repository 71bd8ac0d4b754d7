/** @file What every runtime of an exported model does. Engine and the process of the export check. */
import type { Tensor, Tensor4D } from '../../backbone/tensorflow';
import type { Metadata } from '../metadata';

export interface Runtime {
  /**
   * @param pixels [N, size, size, 3] values of 0 to 255
   * @returns probabilities and logits, [N, C] each, to be disposed of
   */
  predict(pixels: Uint8Array, shape: [number, number, number, number]): [Tensor, Tensor];
  dispose(): void;
}

/** @param dir whose files are whole and such as we write (modelFolder.ts) */
export type LoadRuntime = (dir: string, metadata: Metadata) => Promise<Runtime>;

/** Runs on an input that is freed afterwards. */
export function within<T>(input: Tensor4D, run: (input: Tensor4D) => T): T {
  try {
    return run(input);
  } finally {
    input.dispose();
  }
}
