/** @file A LayersModel, run by tfjs. Engine and the process of the export check. */
import path from 'node:path';
import { tf, type Tensor } from '../../backbone/tensorflow';
import { fedValues } from '../../export/teachable/imageModel';
import { MODEL_FILE } from '../../export/tfjs/layersModel';
import { within, type LoadRuntime } from './runtime';

/** @param values of 0 to 255 as the model takes them */
function layersModel(values: (pixels: Uint8Array) => Float32Array): LoadRuntime {
  return async (dir, { outputs }) => {
    const model = await tf.loadLayersModel(`file://${path.join(dir, MODEL_FILE)}`);
    const names = [outputs.probabilities, outputs.logits];
    const both = tf.model({ inputs: model.inputs, outputs: names.map((name) => symbolic(model, name)) });
    return {
      predict: (pixels, shape) =>
        within(tf.tensor4d(values(pixels), shape), (input) => both.predict(input) as [Tensor, Tensor]),
      dispose: () => void model.dispose(),
    };
  };
}

export const loadTfjs = layersModel((pixels) => Float32Array.from(pixels));
export const loadTeachable = layersModel(fedValues);

function symbolic(model: Awaited<ReturnType<typeof tf.loadLayersModel>>, name: string) {
  const { output } = model.getLayer(name);
  if (Array.isArray(output)) throw new Error(`layer ${name} has ${output.length} outputs`);
  return output;
}
