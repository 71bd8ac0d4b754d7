/** @file Backbones of the person's own as the engine runs them: real models of all three kinds, in real TensorFlow. */
import { appendFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DescribedBackbone } from '../../../../../main/engine/backbone/described';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import type { OwnDescription } from '../../../../../main/engine/ownBackbones/description';
import { OpaqueBackbone } from '../../../../../main/engine/ownBackbones/opaqueBackbone';
import { RunningModel } from '../../../../../main/engine/ownBackbones/running';
import { BACKBONE, readGoldens, readInput, scratchFolder } from '../backbone/support';
import { ownLite0 } from './lite0';
import { graphFolder, layersFolder, type Small } from './models';
import { ownFolder, PLAIN, type OwnParts } from './own';

const parts = (change: Partial<OwnParts> = {}): OwnParts => ({
  model: { kind: 'tfjs-layers', input: 'photo', output: 'scores' },
  input: PLAIN,
  output: { rank: 2, dimension: 5 },
  ...change,
});
const graph = { kind: 'tfjs-graph', input: 'photo', output: 'map' } as const;
const images = Array.from({ length: 5 }, (_, n) =>
  Uint8Array.from({ length: 8 * 8 * 3 }, (_each, i) => (i * 37 + n * 101) % 256),
);
let photos: Uint8Array[];

beforeAll(async () => {
  photos = await Promise.all((await readGoldens()).map((golden) => readInput(golden)));
});

async function embedded(dir: string, pixels: readonly Uint8Array[]): Promise<Float32Array> {
  const backbone = await OpaqueBackbone.load(dir);
  try {
    return backbone.embed(pixels).embeddings;
  } finally {
    backbone.dispose();
  }
}
const small = async (change: Partial<OwnParts> = {}, model: Small = {}) =>
  embedded(await ownFolder(await layersFolder(model), parts(change)), images);
/** Means of the channels: sums of whole numbers, exact in whatever order and batch a processor takes them. */
const MEANS: Small = { means: true };
const THREE: Partial<OwnParts> = { output: { rank: 2, dimension: 3 } };

describe('the shipped Lite0 from elsewhere', () => {
  it('gives the very embeddings of the shipped one, for photos alone and together', async () => {
    const shipped = await DescribedBackbone.load(BACKBONE, await scratchFolder());
    const own = await OpaqueBackbone.load(await ownLite0(await scratchFolder()));
    const { embeddings } = shipped.embed(photos);
    expect(own.embed(photos).embeddings).toEqual(embeddings);
    photos.forEach((photo, i) =>
      expect(own.embed([photo]).embeddings).toEqual(embeddings.slice(1280 * i, 1280 * (i + 1))),
    );
    expect([own.inputSize, own.embeddingSize]).toEqual([shipped.inputSize, shipped.embeddingSize]);
    expect(own.hash).not.toBe(shipped.hash);
    own.dispose();
    shipped.dispose();
  });

  it('gives them within rounding where its last map is averaged here', async () => {
    const dir = await ownLite0(await scratchFolder(), 'Map', 'headFeatures');
    const whole = await embedded(await ownLite0(await scratchFolder()), photos.slice(0, 2));
    const averaged = await embedded(dir, photos.slice(0, 2));
    const most = Math.max(...whole.map((value, i) => Math.abs(value - averaged[i]!)));
    expect(most).toBeLessThan(1e-5);
    expect(averaged).toHaveLength(2 * 1280);
  });
});

describe('pixels are fed', () => {
  /** The model puts out the means of its three channels as they are fed. */
  const fed = (input: Partial<OwnDescription['input']>, type: Small['type'] = 'float32') =>
    small({ input: { ...PLAIN, ...input }, output: { rank: 2, dimension: 3 } }, { type, means: true });
  const mean = (channel: number) =>
    images[0]!.filter((_, i) => i % 3 === channel).reduce((a, b) => a + b, 0) / 64;
  const first = (values: Float32Array) => [...values.slice(0, 3)];

  it('as they are, in the order of the colours', async () => {
    expect(first(await fed({}))).toEqual([mean(0), mean(1), mean(2)].map(Math.fround));
    expect(first(await fed({ colour: 'BGR' }))).toEqual([mean(2), mean(1), mean(0)].map(Math.fround));
  });

  it('less a mean and over a deviation of each channel in the order fed', async () => {
    const rule = { colour: 'BGR', mean: [1, 20, 300], std: [2, 4, 0.5] } as const;
    const values = first(await fed({ ...rule, mean: [...rule.mean], std: [...rule.std] }));
    [2, 1, 0].forEach((channel, c) =>
      expect(values[c]).toBeCloseTo((mean(channel) - rule.mean[c]!) / rule.std[c]!, 2),
    );
  });

  it('as whole numbers where these are asked for', async () => {
    expect(first(await fed({ type: 'int32' }, 'int32'))).toEqual(
      [mean(0), mean(1), mean(2)].map(Math.fround),
    );
  });
});

describe('an own backbone', () => {
  it('may give values below zero, and gives an image its own, whatever the batch', async () => {
    const input: OwnDescription['input'] = { ...PLAIN, mean: [128, 128, 128] };
    const dir = await ownFolder(await layersFolder(MEANS), parts({ ...THREE, input }));
    const backbone = await OpaqueBackbone.load(dir);
    const together = backbone.embed(images).embeddings;
    expect(together.some((value) => value < 0)).toBe(true);
    images.forEach((image, i) =>
      expect(backbone.embed([image]).embeddings).toEqual(together.slice(3 * i, 3 * (i + 1))),
    );
    backbone.dispose();
  });

  it('that takes one image at once gets them one by one, and one that takes three gets three', async () => {
    const measured = { imagesPerSecond: 9, batch: 1, at: '2026-11-30T08:00:00.000Z' };
    const seen = await small(THREE, MEANS);
    expect(new Set(seen).size).toBeGreaterThan(5);
    expect(await small({ ...THREE, measured }, { ...MEANS, batch: 1 })).toEqual(seen);
    const three = { ...measured, batch: 3 };
    expect(await small({ ...THREE, measured: three }, { ...MEANS, batch: 3 })).toEqual(seen);
  });

  it('may be a graph of TensorFlow.js with a map, which is averaged', async () => {
    const dir = await ownFolder(
      await graphFolder(),
      parts({ model: graph, output: { rank: 4, dimension: 3 } }),
    );
    const [value] = await embedded(dir, images);
    const red = images[0]!.filter((_, i) => i % 3 === 0);
    expect(value).toBeCloseTo(-red.reduce((a, b) => a + b, 0) / 64, 3);
  });

  it.each([
    ['layers', () => layersFolder(), parts()],
    ['a graph', () => graphFolder(), parts({ model: graph, output: { rank: 4, dimension: 3 } })],
  ] as const)('of %s leaves no tensor behind, not even where the model fails', async (_kind, folder, own) => {
    const dir = await ownFolder(await folder(), own);
    const before = tf.memory().numTensors;
    const backbone = await OpaqueBackbone.load(dir);
    backbone.embed(images);
    const loaded = tf.memory().numTensors;
    backbone.embed(images);
    expect(() => backbone.embed([new Uint8Array(3)])).toThrow('expected images of shape [8, 8, 3]');
    expect(tf.memory().numTensors).toBe(loaded);
    backbone.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  it('leaves none where what it puts out is no embedding', async () => {
    const model = await layersFolder({ rank: 3 });
    const before = tf.memory().numTensors;
    const rule = { dir: model, model: { ...parts().model, folder: 'model' }, input: PLAIN } as const;
    const running = await RunningModel.load(rule);
    expect(() => running.run(images)).toThrow('the output is float32 of [5, 36, 4], not');
    running.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('a folder that is not what it says', () => {
  it.each<[string, Partial<OwnParts>, RegExp]>([
    [
      'another kind',
      { model: { kind: 'savedmodel', input: 'photo', output: 'scores' } },
      /is of kind tfjs-layers/,
    ],
    [
      'another input',
      { model: { kind: 'tfjs-layers', input: 'x', output: 'scores' } },
      /not fed by its input x/,
    ],
    ['another output', { model: { kind: 'tfjs-layers', input: 'photo', output: 'x' } }, /has no output x/],
  ])('of %s is not loaded', async (_what, change, why) => {
    const dir = await ownFolder(await layersFolder(), parts(change));
    await expect(OpaqueBackbone.load(dir)).rejects.toThrow(why);
  });

  it('of another dimension is told where it is run', async () => {
    const backbone = await OpaqueBackbone.load(
      await ownFolder(await layersFolder(), parts({ output: { rank: 2, dimension: 6 } })),
    );
    expect(() => backbone.embed(images)).toThrow(
      '‘Plankton net’ put out 5 values at rank 2, not 6 at rank 2',
    );
    backbone.dispose();
  });

  it('is refused before TensorFlow sees it: a changed byte, and an operation that was not there', async () => {
    const dir = await ownFolder(await layersFolder(), parts());
    await appendFile(path.join(dir, 'model', 'weights.bin'), 'x');
    await expect(OpaqueBackbone.load(dir)).rejects.toThrow('weights.bin is not the one that was added');
    const hostile = await layersFolder();
    const file = path.join(hostile, 'model.json');
    await writeFile(file, '{"modelTopology": {"class_name": "Lambda", "config": {}}, "weightsManifest": []}');
    await rename(path.join(hostile, 'weights.bin'), path.join(hostile, 'w.bin'));
    await expect(OpaqueBackbone.load(await ownFolder(hostile, parts()))).rejects.toThrow(
      /^The backbone ‘Plankton net’ could not be loaded: Nothing of the model in .* was loaded/,
    );
  });
});
