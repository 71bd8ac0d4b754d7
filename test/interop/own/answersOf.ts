/** @file What this program makes of images by a model of somebody else's. */
import path from 'node:path';
import { tf, type NamedTensorMap, type Tensor } from '../../../main/engine/backbone/tensorflow';
import type { Looked } from '../../../main/engine/ownBackbones/answer';
import { lookAtModel } from '../../../main/engine/ownBackbones/lookAt';

/** @param bytes - [N, side, side, 3], fed as float32 of 0 to 255 @returns [N, C] */
export async function answersOf(folder: string, bytes: Buffer, side: number): Promise<number[][]> {
  const looked = await lookAtModel(folder);
  const images = tf.tensor4d(Float32Array.from(bytes), [bytes.length / (side * side * 3), side, side, 3]);
  const answers = await predict(looked, images);
  const pooled = answers.rank === 4 ? answers.mean([1, 2]) : answers;
  try {
    return pooled.arraySync() as number[][];
  } finally {
    tf.dispose([images, answers, pooled]);
  }
}

async function predict({ kind, dir, inputs, outputs }: Looked, images: Tensor): Promise<Tensor> {
  const json = tf.io.fileSystem(path.join(dir, 'model.json'));
  if (kind === 'tfjs-layers') return (await tf.loadLayersModel(json)).predictOnBatch(images) as Tensor;
  const [input, output] = [inputs[0]!.name, outputs[0]!.name];
  if (kind === 'tfjs-graph')
    return (await tf.loadGraphModel(json)).execute({ [input]: images }, output) as Tensor;
  const model = await tf.node.loadSavedModel(dir);
  return (model.predict({ [input]: images }) as NamedTensorMap)[output]!;
}
