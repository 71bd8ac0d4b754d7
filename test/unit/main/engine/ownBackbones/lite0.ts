/**
 * @file The shipped Lite0 as a model from elsewhere: its own SavedModel, fed and asked as a strange one is. So what an own
 * backbone gives can be held against what the shipped one gives. For tests.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writtenMean, type OwnDescription } from '../../../../../main/engine/ownBackbones/description';
import { meanEmbedding, readDescription } from '../../../../../main/engine/backbone/description';
import { encodeSavedModel } from '../../../../../main/engine/backbone/savedModel';
import { readGraph } from '../../../../../main/engine/backbone/weights';
import { BACKBONE } from '../backbone/support';
import { ownFolder, type OwnParts } from './own';

/** `root`/own-…: Lite0 with uint8 input, its own constants, and no base classes. */
export async function ownLite0(
  root: string,
  name = 'Lite0 from elsewhere',
  output: 'embedding' | 'headFeatures' = 'embedding',
): Promise<string> {
  const description = await readDescription(BACKBONE);
  const layer = description.outputs[output];
  const from = path.join(root, `model of ${name}`);
  await mkdir(from, { recursive: true });
  const bytes = encodeSavedModel(await readGraph(BACKBONE, description), [layer]);
  await writeFile(path.join(from, 'saved_model.pb'), bytes);
  return ownFolder(from, partsOf(description, name, layer, output === 'embedding' ? 2 : 4), root);
}

type Shipped = Awaited<ReturnType<typeof readDescription>>;

function partsOf(description: Shipped, name: string, output: string, rank: 2 | 4): OwnParts {
  const { input, constants } = description;
  const { meanDistance, withinClassCosine, effectiveDimension } = constants;
  const measures = { meanDistance, withinClassCosine, effectiveDimension, images: 88 } as const;
  const mean = writtenMean(meanEmbedding(description));
  const fed = { size: input.size, channels: 3, colour: 'RGB', layout: 'NHWC', type: 'uint8' } as const;
  return {
    ...{ name, model: { kind: 'savedmodel', input: input.name, output } },
    input: { ...fed, mean: [0, 0, 0], std: [1, 1, 1] } satisfies OwnDescription['input'],
    output: { rank, dimension: 1280 },
    constants: { ...measures, mean, estimatedFrom: 'sample photos' },
  };
}
