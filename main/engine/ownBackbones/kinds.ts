/**
 * @file The three kinds of models, loaded by TensorFlow itself: what lookAt.ts has looked at, and nothing else. Engine, and the
 * process that tries a model.
 */
import path from 'node:path';
import { tf, type NamedTensorMap, type Tensor } from '../backbone/tensorflow';
import type { OwnModelKind } from './answer';
import type { OwnModel } from './description';

export interface LoadedKind {
  /** The asked output alone; other tensors that came with it are disposed. */
  predict(input: Tensor): Tensor;
  dispose(): void;
}

type Load = (dir: string, model: OwnModel) => Promise<LoadedKind>;

const TAGS = ['serve'];
const SIGNATURE = 'serving_default';

export const loadKind: Record<OwnModelKind, Load> = {
  savedmodel: async (dir, { input, output, signature = SIGNATURE }) => {
    const model = await tf.node.loadSavedModel(dir, TAGS, signature);
    return {
      predict: (tensor) => picked(model.predict({ [input]: tensor }) as NamedTensorMap, output),
      dispose: () => void model.dispose(),
    };
  },

  'tfjs-layers': async (dir, { output }) => {
    const model = await tf.loadLayersModel(tf.io.fileSystem(path.join(dir, 'model.json')));
    const names = model.outputNames;
    return {
      predict: (tensor) => {
        const found = [model.predictOnBatch(tensor)].flat();
        return picked(Object.fromEntries(found.map((each, i) => [names[i]!, each])), output);
      },
      dispose: () => void model.dispose(),
    };
  },

  'tfjs-graph': async (dir, { input, output }) => {
    const model = await tf.loadGraphModel(tf.io.fileSystem(path.join(dir, 'model.json')));
    return {
      predict: (tensor) => model.execute({ [input]: tensor }, output) as Tensor,
      dispose: () => model.dispose(),
    };
  },
};

function picked(outputs: NamedTensorMap, name: string): Tensor {
  const { [name]: asked, ...others } = outputs;
  tf.dispose(Object.values(others));
  if (asked) return asked;
  throw new Error(`the model put out nothing named ${name}`);
}
