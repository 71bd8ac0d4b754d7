/** @file A model without a description, loaded and run. The process that tries a model. */
import path from 'node:path';
import { tf, type NamedTensorMap, type Tensor, type Tensor4D } from '../../engine/backbone/tensorflow';
import { lookAtModel } from '../../engine/ownBackbones/lookAt';
import type { Tried } from './protocol';

export interface RunningModel {
  /** @returns [D] of each, averaged over height and width where the output is a map */
  embed(images: readonly Uint8Array[]): { rank: 2 | 4; rows: Float32Array[] };
  dispose(): void;
}

export async function loadModel({ dir, model, input }: Tried): Promise<RunningModel> {
  await lookAtModel(dir);
  const { predict, dispose } = await loaded(dir, model);
  const fed = (images: readonly Uint8Array[]): Tensor4D => {
    const { size, colour, mean, std, type } = input;
    const values =
      type === 'float32'
        ? new Float32Array(images.length * size * size * 3)
        : new Int32Array(images.length * size * size * 3);
    images.forEach((image, n) => {
      for (let i = 0; i < image.length; i += 3)
        for (let c = 0; c < 3; c++)
          values[n * image.length + i + c] =
            (image[i + (colour === 'RGB' ? c : 2 - c)]! - mean[c]!) / std[c]!;
    });
    return tf.tensor4d(values, [images.length, size, size, 3], type === 'float32' ? 'float32' : 'int32');
  };
  return {
    embed: (images) => {
      const x = fed(images);
      try {
        const y = predict(x);
        const flat = y.rank === 4 ? tf.mean(y, [1, 2]) : y;
        const data = flat.dataSync() as Float32Array;
        const d = flat.shape[1]!;
        const rank = y.rank as 2 | 4;
        tf.dispose([y, flat]);
        return { rank, rows: images.map((_, n) => data.slice(n * d, (n + 1) * d)) };
      } finally {
        x.dispose();
      }
    },
    dispose,
  };
}

async function loaded(dir: string, { kind, input, output }: Tried['model']) {
  if (kind === 'savedmodel') {
    const model = await tf.node.loadSavedModel(dir);
    return {
      predict: (x: Tensor): Tensor => (model.predict({ [input]: x }) as NamedTensorMap)[output]!,
      dispose: () => void model.dispose(),
    };
  }
  const model = await tf.loadLayersModel(`file://${path.join(dir, 'model.json')}`);
  return { predict: (x: Tensor): Tensor => model.predict(x) as Tensor, dispose: () => void model.dispose() };
}
