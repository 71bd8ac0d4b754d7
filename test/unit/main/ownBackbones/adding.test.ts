/**
 * @file A model on its way to being a backbone, with the real process and real models: what is found, tried and kept, and that
 * whatever happens in the process is a sentence and nothing more.
 */
import { cp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { TrialProgress } from '../../../../main/contract/areas/ownBackbones';
import { requireCopied } from '../../../../main/engine/ownBackbones/copiedFiles';
import { Adder } from '../../../../main/ownBackbones/adder';
import { ownDescriptions } from '../../../../main/ownBackbones/own';
import { SMALL_DIMENSION, SMALL_SIDE, smallBackbone } from '../engine/backbone/small';
import { ROOT, scratchFolder } from '../engine/backbone/support';
import { encode, folderOf, keras, node } from '../engine/ownBackbones/models';
import { layersFolder, savedModelFolder } from './models';
import { bundle, tryLine } from './tryLine';

let script: string;
beforeAll(async () => void (script = await bundle()));

const PHOTOS = path.join(ROOT, 'resources/samples/photos');
const SECONDS = { look: 60, load: 120, test: 120, run: 120, apart: 60, conclude: 120, forget: 60 };

type Line = ReturnType<typeof tryLine>;

interface Setting {
  adder: Adder;
  backbones: string;
  steps: string[];
  /** Runs whenever something is told. */
  at: { told: (progress: TrialProgress, line: Line | null) => void };
  changes: () => number;
}

const CLASSES = ['arch', 'castle', 'church', 'pliers', 'tape measure'];

/** Six photos of each of five classes. */
async function somePhotos(): Promise<string> {
  const folder = await scratchFolder();
  for (const name of CLASSES) await cp(path.join(PHOTOS, name), path.join(folder, name), { recursive: true });
  return folder;
}

async function setting({ patience = SECONDS, photos = '' } = {}): Promise<Setting> {
  const backbones = path.join(await scratchFolder(), 'backbones');
  const [steps, at]: [string[], Setting['at']] = [[], { told: () => undefined }];
  let [line, changes]: [Line | null, number] = [null, 0];
  const adder = new Adder({
    ...{ backbones, photos: photos || (await somePhotos()) },
    startLine: () => (line = tryLine(script, patience)),
    progress: (progress) => {
      steps.push(progress.step);
      at.told(progress, line);
    },
    changed: () => Promise.resolve(void changes++),
  });
  onTestFinished(() => adder.close());
  return { adder, backbones, steps, at, changes: () => changes };
}

const hidden = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.startsWith('.'));

describe('a SavedModel', () => {
  it('is found, tried, kept, recognised and removed', { timeout: 300_000 }, async () => {
    const { adder, backbones, steps, changes } = await setting();
    const model = await savedModelFolder(await smallBackbone(await scratchFolder()));
    const found = (await adder.choose(model))!;
    expect(found).toMatchObject({
      ...{ kind: 'savedmodel', folder: 'My network', side: SMALL_SIDE, files: 1, known: [] },
      suggestion: { output: 'embedding', side: SMALL_SIDE, normalisation: 'bytes', colour: 'RGB' },
    });
    await expect(adder.keep('Mine', null)).rejects.toThrow(/not tried yet/);

    const ways = (await adder.compare(found.suggestion))!;
    expect(ways.map(({ colour, photos }) => [colour, photos])).toEqual([
      ['RGB', 25],
      ['BGR', 25],
    ]);
    const trial = (await adder.try(found.suggestion))!;
    expect(trial).toMatchObject({
      dimension: SMALL_DIMENSION,
      batch: 8,
      alone: null,
      shares: false,
      known: null,
    });
    expect(trial.nearest).toHaveLength(5);
    expect(adder.picture('sample-99999')).toBeNull();

    const kept = await adder.keep('Mine', 'Apache-2.0');
    expect(changes()).toBe(1);
    expect(await readdir(backbones)).toEqual([kept.id]);
    await requireCopied(path.join(backbones, kept.id), kept);
    expect(await ownDescriptions(backbones)).toEqual([kept]);
    const copy = await readFile(path.join(backbones, kept.id, 'model/saved_model.pb'));
    expect(copy.equals(await readFile(path.join(model, 'saved_model.pb')))).toBe(true);
    expect(new Set(steps)).toEqual(new Set(['copy', 'look', 'read', 'compare', 'load', 'try']));

    const again = (await adder.choose(model))!;
    expect(again.known).toEqual(['Mine']);
    const turned = { ...again.suggestion, colour: 'BGR' } as const;
    await expect(adder.requireNew(again.suggestion, 'Another name')).rejects.toThrow(/there already/);
    await expect(adder.requireNew(turned, 'Mine')).rejects.toThrow(/called ‘Mine’ already/);
    await adder.requireNew(turned, 'Turned');
    expect((await adder.try(again.suggestion))!.known).toBe('Mine');
    await expect(adder.keep('Another name', null)).rejects.toThrow(
      /the backbone ‘Mine’, which is there already/,
    );
    await adder.try(turned);
    await expect(adder.keep('Mine', null)).rejects.toThrow(/called ‘Mine’ already/);
    expect((await adder.keep('Turned', null)).id).not.toBe(kept.id);

    await adder.remove(kept.id);
    expect((await ownDescriptions(backbones)).map(({ name }) => name)).toEqual(['Turned']);
    expect(await hidden(backbones)).toEqual([]);
    await expect(adder.remove(kept.id)).rejects.toThrow(/was not removed/);
  });
});

it(
  'the figures of Lite0 on all sample photos are near those that it ships with',
  { timeout: 120_000 },
  async () => {
    const { adder } = await setting({ photos: PHOTOS });
    const { suggestion } = (await adder.choose(await savedModelFolder()))!;
    const ways = (await adder.compare(suggestion))!;
    expect(ways.map(({ colour }) => colour)).toEqual(['RGB', 'BGR']);
    for (const { margin } of ways) expect(margin).toBeGreaterThan(0.1);
    const { figure, estimated, imagesPerSecond, nearest } = (await adder.try(suggestion))!;
    expect(figure.photos).toBe(72);
    expect(figure.right).toBeGreaterThan(64);
    expect(figure.margin).toBeGreaterThan(0.18);
    expect(imagesPerSecond).toBeGreaterThan(0);
    // Measured on other and more pictures these are .53 and 31.1.
    expect(estimated.photos).toBe(117);
    expect(estimated.withinClassCosine).toBeCloseTo(0.46, 1);
    expect(Math.abs(estimated.effectiveDimension - 31.1)).toBeLessThan(3);
    const alike = nearest.filter(({ photo, near }) => near[0]?.class === photo.class);
    expect([nearest.length, alike.length > 7]).toEqual([10, true]);
  },
);

describe('a LayersModel', () => {
  it('has its map averaged, and any side it takes', { timeout: 120_000 }, async () => {
    const { adder } = await setting();
    const found = (await adder.choose(await layersFolder({ side: null, map: true })))!;
    expect(found).toMatchObject({ kind: 'tfjs-layers', side: null, outputs: [{ use: 'map' }] });
    const small = (await adder.try({ ...found.suggestion, side: 24 }))!;
    expect(small).toMatchObject({ dimension: 96, choices: { side: 24 } });
    const large = (await adder.try({ ...found.suggestion, side: 48 }))!;
    expect(large.estimated.meanDistance).not.toBe(small.estimated.meanDistance);
    const kept = await adder.keep('Small', null);
    expect(kept).toMatchObject({
      input: { size: 48, type: 'float32', mean: [127.5, 127.5, 127.5] },
      output: { rank: 4, dimension: 96 },
      licence: null,
    });
  });
});

describe('a refused model', () => {
  it('is one whose graph reads files: nothing of it is loaded or left', async () => {
    const { adder, backbones, steps } = await setting();
    const parts = keras();
    parts.nodes.push(node('secret', 'ReadFile', ['photo']));
    const model = await folderOf({ 'saved_model.pb': encode(parts) });
    const why = `Nothing of the model in ${model} was loaded, because its graph holds ReadFile`;
    await expect(adder.choose(model)).rejects.toThrow(why);
    expect(await readdir(backbones)).toEqual([]);
    expect(steps).not.toContain('load');
  });

  it('is one that TensorFlow cannot load, in its words', { timeout: 60_000 }, async () => {
    const { adder } = await setting();
    const parts = keras();
    parts.meta = JSON.parse(
      JSON.stringify(parts.meta).replaceAll('{"size":8}', '{"size":32}'),
    ) as typeof parts.meta;
    const found = (await adder.choose(await folderOf({ 'saved_model.pb': encode(parts) })))!;
    await expect(adder.try(found.suggestion)).rejects.toThrow(/could not be loaded: .+Try another/);
  });
});

describe('the process', () => {
  it('may be killed, and the model is tried again in another one', { timeout: 120_000 }, async () => {
    const { adder, at } = await setting();
    const { suggestion } = (await adder.choose(await layersFolder()))!;
    at.told = ({ step, done }, line) => step === 'try' && done > 0 && line?.child.kill('SIGKILL');
    await expect(adder.try(suggestion)).rejects.toThrow(/ended the process that tried it while it was run/);
    await expect(adder.keep('Mine', null)).rejects.toThrow(/not tried yet/);
    at.told = () => undefined;
    expect(await adder.try(suggestion)).toMatchObject({ dimension: 96 });
  });

  it('may stand still: it is ended, and the sentence says for how long', { timeout: 120_000 }, async () => {
    const { adder, at } = await setting({ patience: { ...SECONDS, run: 1 } });
    const { suggestion } = (await adder.choose(await layersFolder()))!;
    at.told = ({ step, done }, line) => step === 'try' && done > 0 && line?.child.kill('SIGSTOP');
    await expect(adder.try(suggestion)).rejects.toThrow(/gave no answer for 1 seconds while it was run/);
  });

  it(
    'is ended where the person stops it, and what was copied is there for another try',
    { timeout: 120_000 },
    async () => {
      const { adder, at, backbones } = await setting();
      const { suggestion } = (await adder.choose(await layersFolder()))!;
      at.told = ({ step, done }, line) => {
        if (step !== 'compare' || done === 0) return;
        line?.child.kill('SIGSTOP');
        adder.cancel();
      };
      expect(await adder.compare(suggestion)).toBeNull();
      at.told = () => undefined;
      expect(await adder.try(suggestion)).toMatchObject({ dimension: 96 });
      expect(await hidden(backbones)).toHaveLength(1);
      await adder.close();
      expect(await readdir(backbones)).toEqual([]);
    },
  );
});

it('a copy that is stopped leaves nothing', async () => {
  const { adder, at, backbones } = await setting();
  at.told = ({ step }) => step === 'copy' && adder.cancel();
  expect(await adder.choose(await layersFolder())).toBeNull();
  expect(await readdir(backbones)).toEqual([]);
  const choosing = adder.choose(await layersFolder());
  adder.cancel();
  expect(await choosing).toBeNull();
  expect(await readdir(backbones)).toEqual([]);
  await expect(adder.try({ output: 'a', side: 32, normalisation: 'unit', colour: 'RGB' })).rejects.toThrow(
    /Choose its folder first/,
  );
});
