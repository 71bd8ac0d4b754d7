/** @file Tuning as main asks for it: pixels again, training, the folder, the project seen by it, and back again. */
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Framing } from '../../../../../main/contract/model';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import type { EngineEvents } from '../../../../../main/engine/protocol';
import { EngineRoom } from '../../../../../main/engine/room';
import type { TunedAbout, TuningItem, TuningOutcome } from '../../../../../main/engine/tuning/protocol';
import type { InputMessage } from '../../../../../main/images/decoder/protocol';
import { CLASSES, lessonOf, PER_CLASS } from '../export/photos';
import { allPixels } from '../export/samplePhotos';
import { SMALL_SIDE, smallBackbone } from '../backbone/small';

const stretch: Framing = { kind: 'stretch' };
const request = { epochs: 2, seed: 3 };
const featured: number[] = [];
const told: EngineEvents['tuning'][] = [];
/** Called at once: the small backbone is trained faster than anything is polled. */
let onTold = (): unknown => undefined;
const problems: string[] = [];
const room = new EngineRoom((name, payload) => {
  if (name === 'featured') featured.push(...(payload as EngineEvents['featured']).ids);
  if (name === 'tuning') {
    told.push(payload as EngineEvents['tuning']);
    onTold();
  }
  if (name === 'problem') problems.push((payload as EngineEvents['problem']).sentence);
}, 'no worker');

let folder: string;
let inputs: InputMessage[];
let items: TuningItem[];

const at = (name: string): string => path.join(folder, name);
const open = (tuned: string | null = null, framing = stretch): unknown =>
  room.calls.open({ sidecar: at('embeddings'), framing, readOnly: false, tuned });
const rows = () => inputs.map(({ hash }, index) => ({ index, hash }));
const begin = () => room.calls.tuningBegin({ folder: at('features'), items });

async function readAll(): Promise<void> {
  featured.length = 0;
  for (let i = 0; i < inputs.length; i += 8) room.embed(inputs.slice(i, i + 8));
  await expect.poll(() => featured.length, { timeout: 60_000 }).toBe(inputs.length);
}

const about = ({ report, best, images, groups, classes }: TuningOutcome): TunedAbout => ({
  ...{ schema: 1, request, at: '2026-01-02T03:04:05.000Z' },
  ...{ report, best, images, groups, classes, learnt: [] },
});

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-tuning-'));
  const pixels = await allPixels(SMALL_SIDE);
  inputs = pixels.map((image, id) => {
    const hash = createHash('sha256').update(image).digest('hex');
    return { id, hash, box: null, framing: stretch, pixels: image, size: SMALL_SIDE };
  });
  items = inputs.map(({ hash }, n) => {
    const of = Math.floor(n / PER_CLASS);
    return { key: hash, class: of, group: `photo ${n}`, bulk: false };
  });
  await room.calls.load({ backboneDir: await smallBackbone(folder), modelCache: at('models') });
  await open();
  for (let i = 0; i < inputs.length; i += 8) room.embed(inputs.slice(i, i + 8));
});
afterAll(() => fs.rm(folder, { recursive: true, force: true }));

describe('reading images again', () => {
  test('features of all are wanted once, and found again afterwards', async () => {
    expect(await begin()).toEqual({ missing: items.map((_, i) => i) });
    await readAll();
    expect(await begin()).toEqual({ missing: [] });
    await room.calls.tuningEnd(undefined);
    expect(await begin()).toEqual({ missing: [] });
  });

  test('what was decoded under another framing, or is not asked for, is told of and passed over', async () => {
    await room.calls.tuningBegin({ folder: null, items: items.slice(0, 2) });
    featured.length = 0;
    room.embed([{ ...inputs[0]!, framing: { kind: 'centreCrop' } }, inputs[5]!]);
    expect(featured).toEqual([0, 5]);
    // Pixels that are no image's do no harm.
    room.embed([{ ...inputs[1]!, pixels: new Uint8Array(12), size: 2 }]);
    await expect.poll(() => featured, { timeout: 30_000 }).toEqual([0, 5, 1]);
    await expect(room.calls.tuningTrain(request)).rejects.toThrow('two classes at least');
  });
});

describe('training', () => {
  test('tells its epochs, keeps what was held out apart and leaves no tensor', async () => {
    await begin();
    const before = tf.memory().numTensors;
    const outcome = await room.calls.tuningTrain(request);
    expect(tf.memory().numTensors).toBe(before);
    expect(told[told.length - 1]!.epochs.map(({ epoch }) => epoch)).toEqual([0, 1, 2]);
    expect(outcome).toMatchObject({ images: 30, groups: 30, classes: CLASSES.length, leftOut: 0 });
    // Of five photos of a class three teach and one says when to stop.
    expect(outcome.learnt).toHaveLength(24);
    expect(outcome.report.before).toMatchObject({ n: 6, groups: 6 });
    expect(outcome.report.agreement.n).toBe(6);
    expect(outcome.report.sentence).not.toBe('');
  });

  test('an item that could not be read is left out and counted', async () => {
    const missing = { ...items[0]!, key: 'f'.repeat(64) };
    expect(await room.calls.tuningBegin({ folder: null, items: [missing] })).toEqual({ missing: [0] });
    await room.calls.tuningBegin({ folder: at('features'), items: [missing, ...items.slice(1)] });
    expect(await room.calls.tuningTrain(request)).toMatchObject({ images: 29, leftOut: 1 });
  });

  test('it can be ended at any moment, without a trace', async () => {
    await begin();
    const before = tf.memory().numTensors;
    const training = room.calls.tuningTrain({ ...request, epochs: 100 }) as Promise<unknown>;
    const refused = expect(training).rejects.toThrow('Tuning was ended');
    const seen = told.length;
    await new Promise<void>((resolve) => (onTold = () => told.length > seen + 3 && resolve()));
    await room.calls.tuningEnd(undefined);
    await refused;
    expect(tf.memory().numTensors).toBeLessThanOrEqual(before);
    await expect(room.calls.tuningTrain(request)).rejects.toThrow('Nothing was changed');
  });

  test('labelling goes on meanwhile', async () => {
    await open();
    await room.calls.setItems(rows());
    await begin();
    const training = room.calls.tuningTrain(request) as Promise<TuningOutcome>;
    const { guesses } = await room.calls.teach(lessonOf({ shots: CLASSES.map(() => 3) }));
    expect(guesses.count).toBe(30);
    expect((await training).images).toBe(30);
  });
});

describe('a kept backbone', () => {
  let id: string;
  beforeAll(async () => {
    await begin();
    const outcome = await room.calls.tuningTrain(request);
    ({ id } = await room.calls.tuningWrite({ parent: at('tuned'), about: about(outcome) }));
  });

  test('lies in a folder that is whole, and nothing lies beside it', async () => {
    expect(await fs.readdir(at('tuned'))).toEqual([id]);
    const files = ['LICENCE', 'backbone.json', 'labels.txt', 'tuning.json', 'weights.bin'];
    expect((await fs.readdir(path.join(at('tuned'), id))).sort()).toEqual(files);
  });

  test('the project is seen by it: everything is embedded anew, and going back reads nothing', async () => {
    await open(path.join(at('tuned'), id));
    expect((await room.calls.setItems(rows())).missing).toHaveLength(30);
    for (let i = 0; i < inputs.length; i += 8) room.embed(inputs.slice(i, i + 8));
    expect((await room.calls.setItems(rows())).missing).toEqual([]);
    const tuned = (await room.calls.embeddings({ rows: [0] })).values;
    await open();
    expect((await room.calls.setItems(rows())).missing).toEqual([]);
    const shipped = (await room.calls.embeddings({ rows: [0] })).values;
    expect(tuned).not.toEqual(shipped);
    await open(path.join(at('tuned'), id));
    expect((await room.calls.setItems(rows())).missing).toEqual([]);
    expect((await room.calls.embeddings({ rows: [0] })).values).toEqual(tuned);
  });

  test('models of tuned backbones in the cache are bounded, and the one in use stays', async () => {
    await open();
    for (let n = 0; n < 5; n++) await fs.mkdir(path.join(at('models'), `efficientnet-lite0-tuned-${n}`));
    await open(path.join(at('tuned'), id));
    const models = await fs.readdir(at('models'));
    expect(models.filter((name) => name.includes('-tuned-'))).toHaveLength(3);
    expect(models.some((name) => name.startsWith(id))).toBe(true);
    // The shipped one, and its layers up to the features.
    expect(models.filter((name) => !name.includes('-tuned-'))).toHaveLength(2);
  });

  test('features are those of the shipped one: none is read again to train once more', async () => {
    expect(await begin()).toEqual({ missing: [] });
    await room.calls.tuningEnd(undefined);
  });

  test('one whose folder is gone or damaged is said to be so, and the shipped one is used', async () => {
    await open();
    const [shipped] = [await room.calls.setItems(rows())];
    problems.length = 0;
    await open(path.join(at('tuned'), 'gone'));
    expect(problems[0]).toContain('The shipped one is used instead');
    expect(await room.calls.setItems(rows())).toEqual(shipped);
  });

  test('a disk that refuses says so, and what was trained can be kept elsewhere', async () => {
    await open();
    await begin();
    const outcome = await room.calls.tuningTrain(request);
    await fs.writeFile(at('no folder'), 'a file');
    const write = (parent: string) => room.calls.tuningWrite({ parent, about: about(outcome) });
    await expect(write(at('no folder'))).rejects.toThrow('The tuned backbone was not kept');
    expect((await write(at('elsewhere'))).id).toBe(id);
  });
});
