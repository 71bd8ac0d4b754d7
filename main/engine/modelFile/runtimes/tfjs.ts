/** @file A LayersModel, run by tfjs. Engine and the process of the export check. */
import path from 'node:path';
import { tf, type Tensor } from '../../backbone/tensorflow';
import { MODEL_FILE } from '../../export/tfjs/layersModel';
import { within, type LoadRuntime } from './runtime';

export const loadTfjs: LoadRuntime = async (dir, { outputs }) => {
  const model = await tf.loadLayersModel(`file://${path.join(dir, MODEL_FILE)}`);
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
};

function symbolic(model: Awaited<ReturnType<typeof tf.loadLayersModel>>, name: string) {
  const { output } = model.getLayer(name);
  if (Array.isArray(output)) throw new Error(`layer ${name} has ${output.length} outputs`);
  return output;
}
