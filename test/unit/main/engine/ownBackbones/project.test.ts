/**
 * @file A project that is seen by a backbone of the person's own, in the engine's own room with real TensorFlow and real photos. The
 * own backbone is the shipped Lite0 as a strange model, so that what it says can be held against what the shipped one says.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeClassFile, type SummedClass } from '../../../../../main/classFiles/format';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { readOwnDescription, ownHash } from '../../../../../main/engine/ownBackbones/description';
import { EngineRoom } from '../../../../../main/engine/room';
import { BACKBONE } from '../backbone/support';
import { allPixels, PER_CLASS } from '../export/samplePhotos';
import { ownLite0 } from './lite0';
import { graphFolder } from './models';
import { ownFolder, PLAIN } from './own';

const framing = { kind: 'stretch' } as const;
const hashOf = (row: number): string => createHash('sha256').update(String(row)).digest('hex');
/** Two classes: arches and birds. */
const ROWS = Array.from({ length: 2 * PER_CLASS }, (_, row) => row);
const TAUGHT = [0, 1, 2, 5, 6, 7];

let root = '';
let own = '';
let pixels: Uint8Array[] = [];
const events: [string, unknown][] = [];
const room = new EngineRoom((name, payload) => events.push([name, payload]), 'no worker');

beforeAll(async () => {
  root = mkdtempSync(path.join(os.tmpdir(), 'imprint-own-project-'));
  own = await ownLite0(root);
  pixels = await allPixels();
  await room.calls.load({ backboneDir: BACKBONE, modelCache: path.join(root, 'models') });
}, 120_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

const lessonOf = (rows: readonly number[], more: Partial<Lesson> = {}): Lesson => ({
  revision: 1,
  classes: ['arch', 'bird'].map((name) => ({ id: name, name, kind: 'class' })),
  samples: rows.map((index) => ({ index, class: index < 5 ? 0 : 1, group: `photo ${index}`, bulk: false })),
  checks: [],
  settings: { base: 'none', join: 'replace', balanced: true },
  ...more,
});

const openBy = (shipped: string, given = '') =>
  room.calls.open({ sidecar: path.join(root, 'embeddings'), framing, readOnly: false, shipped, given });

function show(rows: readonly number[], of = pixels): void {
  for (const row of rows)
    room.embed([{ id: row, hash: hashOf(row), box: null, framing, pixels: of[row]!, size: 224 }]);
}

/** Opened by a backbone, all photos embedded. */
async function seenBy(dir: string, given = ''): Promise<void> {
  expect((await openBy(dir, given)).refused).toBeNull();
  show(ROWS);
  expect(await room.calls.setItems(ROWS.map((index) => ({ index, hash: hashOf(index) })))).toEqual({
    missing: [],
  });
}

it('guesses as by the shipped one, to the bit, and what it embedded is kept apart', async () => {
  await seenBy(BACKBONE);
  const shipped = await room.calls.teach(lessonOf(TAUGHT));
  const details = await room.calls.details(9);
  await seenBy(own);
  const answer = await room.calls.teach(lessonOf(TAUGHT));
  expect(answer.guesses).toEqual(shipped.guesses);
  expect(answer.estimate).toEqual(shipped.estimate);
  expect(await room.calls.details(9)).toEqual(details);
  const { hash } = await facts();
  const kept = (of: string) =>
    room.calls.keptFor({
      sidecar: path.join(root, 'embeddings'),
      framing,
      backbone: { hash: of, dimension: 1280 },
    });
  expect(await kept(hash)).toHaveLength(ROWS.length);
  expect(await kept('0'.repeat(64))).toEqual([]);
});

async function facts(): Promise<{ id: string; name: string; hash: string }> {
  const description = await readOwnDescription(own);
  return { id: description.id, name: description.name, hash: ownHash(description) };
}

describe('with it', () => {
  beforeAll(() => seenBy(own), 60_000);

  it('own classes stand alone, whatever is asked, and say nothing of base classes', async () => {
    const alone = await room.calls.teach(lessonOf(TAUGHT));
    const asked = lessonOf(TAUGHT, { settings: { base: 'imagenet', join: 'append', balanced: true } });
    const { guesses, basePending } = await room.calls.teach(asked);
    expect(guesses.top).toEqual(alone.guesses.top);
    expect(guesses.confidence).toEqual(alone.guesses.confidence);
    expect(basePending).toBe(0);
    expect((await room.calls.details(9)).base).toEqual([]);
    expect(await room.calls.baseLabels(undefined)).toEqual([]);
    expect(await room.calls.joinReport(undefined)).toBeNull();
    const images = [{ hash: hashOf(0), class: 1 }];
    await expect(room.calls.baseImpact({ lesson: asked, images })).rejects.toThrow(
      'There are no base classes',
    );
  });

  it('its layers are neither trained nor written, with a sentence each', async () => {
    const begin = async () => room.calls.tuningBegin({ folder: null, items: [] });
    await expect(begin()).rejects.toThrow('Only the head can be trained');
    const about = { name: 'a', version: '1', createdAt: '2026-01-02T03:04:05.000Z', framing, boxes: false };
    const manifest = { sha256: 'a'.repeat(64), items: 1 };
    const prepare = async () =>
      room.calls.prepareExport({ lesson: lessonOf(TAUGHT), about: { ...about, manifest } });
    await expect(prepare()).rejects.toThrow('SavedModel, ONNX and TFLite cannot be written');
  });

  it('classes are summed in its space, and merged sums are those of all images, byte for byte', async () => {
    const { id, name, hash } = await facts();
    expect((await room.calls.sumSpace(undefined)).backbone).toEqual({ id, name, hash, dimension: 1280 });
    const mine = [0, 1, 5];
    const theirs = TAUGHT.filter((row) => !mine.includes(row));
    const given = path.join(root, 'given');
    await mkdir(given, { recursive: true });
    const references = await givenOf(await fileOf(theirs), given);
    const whole = await fileOf(TAUGHT);
    await seenBy(own, given);
    const merged = await fileOf(mine, { given: references });
    expect(merged.equals(whole)).toBe(true);
    expect((await fileOf(mine)).equals(whole)).toBe(false);
  });

  it('sums of the shipped one do not count, and both are named', async () => {
    await seenBy(BACKBONE);
    const given = path.join(root, 'of the shipped');
    await mkdir(given);
    const references = await givenOf(await fileOf([8, 3]), given);
    await seenBy(own, given);
    const { leftOut } = await room.calls.summedClasses({ lesson: lessonOf(TAUGHT, { given: references }) });
    expect(leftOut[0]!.why).toMatch(/EfficientNet-Lite0 \(.*this project uses Lite0 from elsewhere \(/);
  });
});

/** A class file of what these rows teach. */
async function fileOf(rows: readonly number[], more: Partial<Lesson> = {}): Promise<Buffer> {
  const space = await room.calls.sumSpace(undefined);
  const { classes } = await room.calls.summedClasses({ lesson: lessonOf(rows, more) });
  const tool = { name: 'Imprint Studio', version: '1.2.3' };
  const createdAt = '2026-01-02T03:04:05.000Z';
  return Buffer.from(encodeClassFile({ tool, createdAt, space, classes }));
}

/** Each class of a file in a file of its own, as a project keeps them. */
async function givenOf(file: Buffer, folder: string): Promise<NonNullable<Lesson['given']>> {
  const content = JSON.parse(file.toString()) as { classes: SummedClass[] };
  return Promise.all(
    content.classes.map(async (one, position) => {
      const bytes = Buffer.from(JSON.stringify({ ...content, classes: [one] }));
      const of = createHash('sha256').update(bytes).digest('hex');
      await writeFile(path.join(folder, `${of}.imprint-class`), bytes);
      return { class: position, of, images: one.images, shots: one.shots };
    }),
  );
}

describe('where it cannot be used', () => {
  it('an image whose values are all zero is told of, and the others are embedded', async () => {
    const model = { kind: 'tfjs-graph', input: 'photo', output: 'map' } as const;
    const parts = { model, input: PLAIN, output: { rank: 4, dimension: 3 } } as const;
    await openBy(await ownFolder(await graphFolder(), parts));
    events.length = 0;
    const image = (id: number, value: number) => {
      const seen = new Uint8Array(8 * 8 * 3).fill(value);
      return { id, hash: hashOf(id), box: null, framing, pixels: seen, size: 8 };
    };
    room.embed([image(91, 7), image(92, 0)]);
    expect(events).toEqual([
      ['embedded', { ids: [91] }],
      ['rejected', { ids: [92], reason: expect.stringContaining('all are zero') as string }],
    ]);
    const rows = [91, 92].map((id, index) => ({ index, hash: hashOf(id) }));
    expect(await room.calls.setItems(rows)).toEqual({ missing: [1] });
  });

  it('a project is not taken up where a file was changed, says why, and goes on with another one', async () => {
    const broken = await ownLite0(path.join(root, 'other'), 'Broken');
    writeFileSync(path.join(broken, 'model', 'saved_model.pb'), 'x');
    expect((await openBy(broken)).refused).toMatch(
      /^The backbone cannot be used, .*‘Broken’ was not loaded, because its file saved_model\.pb is not the one/,
    );
    const backbone = { hash: (await facts()).hash, dimension: 1280 };
    const kept = await room.calls.keptFor({ sidecar: path.join(root, 'embeddings'), framing, backbone });
    expect(kept).toHaveLength(ROWS.length);
    await seenBy(BACKBONE);
  });
});
