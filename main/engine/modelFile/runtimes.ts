/**
 * @file Exported models as TensorFlow runs them, one runtime per format. Runs in the engine and in the process of the
 * export check.
 */
import path from 'node:path';
import type { ExportFormat } from '../../contract/model';
import { tf, type NamedTensorMap, type Tensor, type Tensor4D } from '../backbone/tensorflow';
import type { Metadata } from './metadata';

export interface Runtime {
  /**
   * @param pixels [N, size, size, 3] values of 0 to 255
   * @returns probabilities and logits, [N, C] each, to be disposed of
   */
  predict(pixels: Uint8Array, shape: [number, number, number, number]): [Tensor, Tensor];
  dispose(): void;
}

export const loadRuntime: Record<ExportFormat, (dir: string, metadata: Metadata) => Promise<Runtime>> = {
  tfjs: async (dir, { outputs }) => {
    const model = await tf.loadLayersModel(`file://${path.join(dir, 'model.json')}`);
    const names = [outputs.probabilities, outputs.logits];
    const both = tf.model({ inputs: model.inputs, outputs: names.map((name) => symbolic(model, name)) });
    return {
      predict: (pixels, shape) =>
        within(
          tf.tensor4d(Float32Array.from(pixels), shape),
          (input) => both.predict(input) as [Tensor, Tensor],
        ),
      dispose: () => void model.dispose(),
    };
  },
  savedmodel: async (dir, { input, outputs }) => {
    const model = await tf.node.loadSavedModel(dir);
    return {
      predict: (pixels, shape) =>
        within(tf.tensor4d(Int32Array.from(pixels), shape, 'int32'), (image) =>
          chosen(model.predict({ [input.name]: image }) as NamedTensorMap, [
            outputs.probabilities,
            outputs.logits,
          ]),
        ),
      dispose: () => void model.dispose(),
    };
  },
};

function symbolic(model: Awaited<ReturnType<typeof tf.loadLayersModel>>, name: string) {
  const { output } = model.getLayer(name);
  if (Array.isArray(output)) throw new Error(`layer ${name} has ${output.length} outputs`);
  return output;
}

/** Keeps two of a model's outputs and frees the others. */
function chosen(outputs: NamedTensorMap, names: [string, string]): [Tensor, Tensor] {
  const [first, second] = names.map((name) => outputs[name]);
  tf.dispose(Object.values(outputs).filter((tensor) => tensor !== first && tensor !== second));
  if (first && second) return [first, second];
  throw new Error(`the model lacks an output, ${names.join(' or ')}`);
}

function within<T>(input: Tensor4D, run: (input: Tensor4D) => T): T {
  try {
    return run(input);
  } finally {
    input.dispose();
  }
}
