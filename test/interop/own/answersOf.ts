/** @file What this program makes of images by a model of somebody else's, as its engine runs one that was added. */
import type { OwnInput, OwnModel } from '../../../main/engine/ownBackbones/description';
import { lookAtModel } from '../../../main/engine/ownBackbones/lookAt';
import { RunningModel } from '../../../main/engine/ownBackbones/running';

const AS_THEY_ARE: Omit<OwnInput, 'size'> = {
  ...{ channels: 3, colour: 'RGB', layout: 'NHWC', type: 'float32' },
  mean: [0, 0, 0],
  std: [1, 1, 1],
};

/** @param images - [side, side, 3] each, fed as float32 of 0 to 255 @returns [N, C], maps averaged over their places */
export async function answersOf(
  folder: string,
  images: readonly Uint8Array[],
  side: number,
): Promise<number[][]> {
  const { dir, kind, inputs, outputs } = await lookAtModel(folder);
  const model: OwnModel = { kind, folder: 'model', input: inputs[0]!.name, output: outputs[0]!.name };
  const running = await RunningModel.load({ dir, model, input: { ...AS_THEY_ARE, size: side } });
  try {
    return running.run(images).rows.map((row) => [...row]);
  } finally {
    running.dispose();
  }
}
