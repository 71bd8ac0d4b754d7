/** @file A SavedModel, run by TensorFlow. Engine and the process of the export check. */
import { tf, type NamedTensorMap, type Tensor } from '../../backbone/tensorflow';
import { within, type LoadRuntime } from './runtime';

export const loadSavedModel: LoadRuntime = async (dir, { input, outputs }) => {
  const model = await tf.node.loadSavedModel(dir);
  const names: [string, string] = [outputs.probabilities, outputs.logits];
  return {
    predict: (pixels, shape) =>
      within(tf.tensor4d(Int32Array.from(pixels), shape, 'int32'), (image) =>
        chosen(model.predict({ [input.name]: image }) as NamedTensorMap, names),
      ),
    dispose: () => void model.dispose(),
  };
};

/** Keeps two of a model's outputs and frees the others. */
function chosen(outputs: NamedTensorMap, names: [string, string]): [Tensor, Tensor] {
  const [first, second] = names.map((name) => outputs[name]);
  tf.dispose(Object.values(outputs).filter((tensor) => tensor !== first && tensor !== second));
  if (first && second) return [first, second];
  throw new Error(`the model lacks an output, ${names.join(' or ')}`);
}
