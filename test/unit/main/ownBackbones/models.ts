/** @file Models as people have them, in folders. For tests. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readDescription } from '../../../../main/engine/backbone/description';
import { encodeSavedModel } from '../../../../main/engine/backbone/savedModel';
import { tf } from '../../../../main/engine/backbone/tensorflow';
import { readGraph } from '../../../../main/engine/backbone/weights';
import { BACKBONE, scratchFolder } from '../engine/backbone/support';

/** A described backbone as the SavedModel that the engine runs: uint8 in, embeddings and scores of classes out. */
export async function savedModelFolder(backbone = BACKBONE): Promise<string> {
  const dir = path.join(await scratchFolder(), 'My network');
  await mkdir(dir);
  const description = await readDescription(backbone);
  const graph = await readGraph(backbone, description);
  const { embedding, logits } = description.outputs;
  await writeFile(path.join(dir, 'saved_model.pb'), encodeSavedModel(graph, [logits, embedding]));
  return dir;
}

/** A small LayersModel of random values, the same every time: 32 pixels to a side or any, one embedding, or a map of it. */
export async function layersFolder({
  side = 32,
  map = false,
}: { side?: number | null; map?: boolean } = {}): Promise<string> {
  const dir = path.join(await scratchFolder(), 'Small network');
  await mkdir(dir);
  const input = tf.input({ shape: [side, side, 3], name: 'photo' });
  const initial = (seed: number) => tf.initializers.glorotNormal({ seed });
  const conv = (filters: number, seed: number) =>
    tf.layers.conv2d({
      ...{ filters, kernelSize: 3, strides: 2, activation: 'relu', kernelInitializer: initial(seed) },
      name: `map${seed}`,
    });
  const features = conv(96, 2).apply(conv(16, 1).apply(input)) as ReturnType<typeof tf.input>;
  const pooled = tf.layers.globalAveragePooling2d({ name: 'pooled' }).apply(features) as typeof features;
  const model = tf.model({ inputs: input, outputs: map ? features : pooled });
  try {
    await model.save(`file://${dir}`);
  } finally {
    model.dispose();
  }
  return dir;
}
