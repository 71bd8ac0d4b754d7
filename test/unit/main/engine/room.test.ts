import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Box, Framing } from '../../../../main/contract/model';
import { backboneHash, outputSizes, readDescription } from '../../../../main/engine/backbone/description';
import type { Lesson } from '../../../../main/engine/guessing/lesson';
import { embeddingHash } from '../../../../main/engine/embeddings/key';
import type { BackboneFacts } from '../../../../main/engine/protocol';
import { EngineRoom } from '../../../../main/engine/room';

const root = path.resolve(import.meta.dirname, '../../../..');
const stretch: Framing = { kind: 'stretch' };
const SIZE = 224;

/** Six pictures that differ: waves of six lengths. */
const pixels = Array.from({ length: 6 }, (_, n) =>
  Uint8Array.from(
    { length: SIZE * SIZE * 3 },
    (__, i) => 128 + 120 * Math.sin((i / (n + 2)) * 0.01 * (1 + (i % 3))),
  ),
);
const hashOf = (n: number): string => String(n).repeat(64).slice(0, 64);
const message = (n: number, framing: Framing = stretch) => ({
  id: n,
  hash: hashOf(n),
  box: null as Box | null,
  framing,
  pixels: pixels[n]!,
  size: SIZE,
});

const lesson = (revision: number): Lesson => ({
  revision,
  classes: [
    { id: 'a', name: 'A', kind: 'class' },
    { id: 'b', name: 'B', kind: 'class' },
  ],
  samples: [0, 1, 3, 4].map((index) => ({
    index,
    class: index < 3 ? 0 : 1,
    group: `g${index}`,
    bulk: false,
  })),
  checks: [],
  settings: { base: 'imagenet', join: 'replace', balanced: true },
});

async function facts(id: string): Promise<BackboneFacts> {
  const description = await readDescription(path.join(root, 'resources/backbones', id));
  return { hash: backboneHash(description), dimension: outputSizes(description).embeddingSize };
}

describe('the engine between calls', () => {
  let folder = '';
  const events: [string, unknown][] = [];
  const room = new EngineRoom((name, payload) => events.push([name, payload]), 'no worker');

  beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-room-'));
    const backboneDir = path.join(root, 'resources/backbones/efficientnet-lite0');
    await room.calls.load({ backboneDir, modelCache: path.join(folder, 'models') });
    await room.calls.open({ sidecar: path.join(folder, 'embeddings'), framing: stretch, readOnly: false });
  });
  afterAll(() => fs.rm(folder, { recursive: true, force: true }));

  async function everything(revision: number): Promise<void> {
    room.embed([0, 1, 2, 3, 4, 5].map((n) => message(n)));
    const rows = [0, 1, 2, 3, 4, 5].map((index) => ({ index, hash: hashOf(index) }));
    expect(await room.calls.setItems(rows)).toEqual({ missing: [] });
    const { guesses } = await room.calls.teach(lesson(revision));
    expect(guesses.count).toBe(6);
    await room.calls.details(2);
    const scenes = new Int32Array(2).fill(-1);
    expect(await room.calls.doubtful({ count: 2, rows: Uint32Array.of(2, 5), scenes })).toHaveLength(2);
    await room.calls.similar({ rows: [0, 1], leftOut: [3] });
    await room.calls.setItems([{ index: 5, hash: null }]);
  }

  test('keeps no tensor of embedding, teaching, asking and forgetting', async () => {
    await everything(1);
    const { tensors } = await room.calls.memory(undefined);
    for (let revision = 2; revision < 5; revision++) await everything(revision);
    expect((await room.calls.memory(undefined as never)).tensors).toBe(tensors);
  });

  test('names the rows whose content it has never seen', async () => {
    const rows = [
      { index: 0, hash: hashOf(0) },
      { index: 6, hash: hashOf(9) },
    ];
    expect(await room.calls.setItems(rows)).toEqual({ missing: [6] });
  });

  test('reports a batch it cannot embed, and keeps nothing of another framing', async () => {
    events.length = 0;
    room.embed([{ ...message(7 % 6), id: 70, hash: hashOf(7), pixels: new Uint8Array(3) }]);
    expect(events[0]).toEqual([
      'rejected',
      { ids: [70], reason: expect.stringContaining('[224, 224, 3]') as string },
    ]);
    room.embed([{ ...message(1, { kind: 'centreCrop' }), hash: hashOf(8) }]);
    expect(await room.calls.setItems([{ index: 7, hash: hashOf(8) }])).toEqual({ missing: [7] });
  });

  test('keeps boxes apart from their image, and through every framing', async () => {
    const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
    const key = embeddingHash(hashOf(0), box);
    const sidecar = path.join(folder, 'boxes');
    const open = (framing: Framing) => room.calls.open({ sidecar, framing, readOnly: false });
    await open(stretch);
    // The window may have changed the framing since the box was asked for: it makes no difference to it.
    room.embed([{ ...message(2, { kind: 'centreCrop' }), hash: hashOf(0), box }]);
    const rows = [
      { index: 0, hash: hashOf(0) },
      { index: 1, hash: key },
      { index: 2, hash: embeddingHash(hashOf(0), { ...box, x: 0.11 }) },
    ];
    expect(await room.calls.setItems(rows)).toEqual({ missing: [0, 2] });
    await open({ kind: 'centreCrop' });
    expect(await room.calls.setItems(rows)).toEqual({ missing: [0, 2] });
    await room.calls.open({ sidecar: path.join(folder, 'embeddings'), framing: stretch, readOnly: false });
  });

  test('tells what is kept for another framing, and leaves the open one alone', async () => {
    const sidecar = path.join(folder, 'embeddings');
    const kept = (framing: Framing) => room.calls.keptFor({ sidecar, framing });
    expect(await kept({ kind: 'centreCrop' })).toEqual([]);
    expect(await fs.readdir(sidecar)).toHaveLength(2);
    expect([...(await kept(stretch))].sort()).toEqual([0, 1, 2, 3, 4, 5].map(hashOf));
    expect(await room.calls.setItems([{ index: 0, hash: hashOf(0) }])).toEqual({ missing: [] });
  });

  test('finds its embeddings again when the project is opened again', async () => {
    const kept = await room.calls.open({
      sidecar: path.join(folder, 'embeddings'),
      framing: stretch,
      readOnly: false,
    });
    expect(kept).toEqual({ embeddings: 6, refused: null });
  });

  describe('with another backbone', () => {
    const dir = (id: string): string => path.join(root, 'resources/backbones', id);
    const place = () => ({ sidecar: path.join(folder, 'embeddings'), framing: stretch, readOnly: false });
    const open = (shipped: string | null, called?: string) =>
      room.calls.open({ ...place(), shipped, ...(called !== undefined && { called }) });
    const of = (n: number, size: number): ReturnType<typeof message> => ({
      ...{ ...message(n), id: 100 + n, size },
      pixels: new Uint8Array(size ** 2 * 3).fill(40 * n),
    });

    test('everything is embedded anew at its own side, in a file of its own, and going back reads nothing', async () => {
      const rows = [0, 1].map((index) => ({ index, hash: hashOf(index) }));
      expect(await open(dir('efficientnet-lite2'))).toEqual({ embeddings: 0, refused: null });
      expect(await room.calls.setItems(rows)).toEqual({ missing: [0, 1] });
      // One was on its way when it changed: it is the square of the backbone before.
      room.embed([of(0, 224), of(1, 260)]);
      expect(await room.calls.setItems(rows)).toEqual({ missing: [0] });
      room.embed([of(0, 260)]);
      expect(await room.calls.setItems(rows)).toEqual({ missing: [] });
      const backbone = await facts('efficientnet-lite0');
      const kept = await room.calls.keptFor({ ...place(), backbone });
      expect([...kept].sort()).toEqual([0, 1, 2, 3, 4, 5].map(hashOf));
      await open(dir('efficientnet-lite0'));
      expect(await room.calls.setItems(rows)).toEqual({ missing: [] });
      expect(
        await room.calls.keptFor({ ...place(), backbone: await facts('efficientnet-lite2') }),
      ).toHaveLength(2);
    });

    test('keeps no tensor of going there and back', async () => {
      await open(dir('efficientnet-lite2'));
      await open(dir('efficientnet-lite0'));
      const { tensors } = await room.calls.memory(undefined);
      await open(dir('efficientnet-lite2'));
      await open(dir('efficientnet-lite0'));
      expect((await room.calls.memory(undefined)).tensors).toBe(tensors);
    });

    test('that is not installed nothing is taken up, and images that are read meanwhile are no faults', async () => {
      expect(await open(null)).toMatchObject({
        embeddings: 0,
        refused: expect.stringContaining('backbone is not installed here') as string,
      });
      const { refused } = await open(null, '‘Plankton net’ (own-0123456789ab)');
      expect(refused).toContain('backbone ‘Plankton net’ (own-0123456789ab) is not installed here');
      events.length = 0;
      room.embed([of(3, 224)]);
      expect(events).toEqual([['embedded', { ids: [103] }]]);
      await expect((async () => room.calls.setItems([]))()).rejects.toThrow('not installed here');
      expect(await open(dir('efficientnet-lite0'))).toMatchObject({ refused: null });
      expect(await room.calls.setItems([{ index: 0, hash: hashOf(0) }])).toEqual({ missing: [] });
    });

    test('that is damaged says so, and the one before can be taken up again', async () => {
      const damaged = path.join(folder, 'damaged');
      await fs.cp(dir('efficientnet-lite2'), damaged, { recursive: true });
      await fs.writeFile(path.join(damaged, 'labels.txt'), 'cut');
      const { refused } = await open(damaged);
      expect(refused).toMatch(/^The backbone cannot be used, .*labels\.txt is damaged/);
      expect(await open(dir('efficientnet-lite0'))).toMatchObject({ refused: null });
    });
  });
});
