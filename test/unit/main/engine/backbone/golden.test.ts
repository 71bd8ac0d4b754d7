/**
 * @file Each backbone against an independent computation of the same network (test/golden/backbone/reference.py), for
 * the stored weights and for the published ones.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DescribedBackbone, type EmbeddedWithLogits } from '../../../../../main/engine/backbone/described';
import {
  backboneFolder,
  cosine,
  IDS,
  readEmbeddings,
  readGoldens,
  readInput,
  top,
  type BackboneId,
  type Golden,
} from './support';

interface Run {
  goldens: Golden[];
  embedded: EmbeddedWithLogits;
}
const runs = new Map<BackboneId, Run>();

async function runOf(id: BackboneId, cache: string): Promise<Run> {
  const goldens = await readGoldens(id);
  const backbone = await DescribedBackbone.load(backboneFolder(id), cache);
  const embedded = backbone.embed(await Promise.all(goldens.map((golden) => readInput(golden, id))));
  backbone.dispose();
  return { goldens, embedded };
}

beforeAll(async () => {
  const cache = await mkdtemp(path.join(tmpdir(), 'imprint-golden-'));
  try {
    for (const id of IDS) runs.set(id, await runOf(id, cache));
  } finally {
    await rm(cache, { recursive: true });
  }
});

const rowsOf = (values: Float32Array, width: number): Float32Array[] =>
  Array.from({ length: values.length / width }, (_, i) => values.subarray(i * width, (i + 1) * width));

async function cosines(id: BackboneId, which: 'stored' | 'original'): Promise<number[]> {
  const expected = rowsOf(await readEmbeddings(id, which), 1280);
  return rowsOf(runs.get(id)!.embedded.embeddings, 1280).map((row, i) => cosine(row, expected[i]!));
}

const bestOf = (id: BackboneId, k: number): number[][] =>
  rowsOf(runs.get(id)!.embedded.logits, 1000).map((logits) => top(logits, k));

describe.each(IDS)('the six golden inputs of %s', (id) => {
  it('are embedded as the independent computation embeds them with the stored weights', async () => {
    const all = await cosines(id, 'stored');
    expect(all).toHaveLength(6);
    expect(Math.min(...all)).toBeGreaterThanOrEqual(0.9999);
  });

  it('have the same five best classes in the same order', () => {
    expect(bestOf(id, 5)).toEqual(runs.get(id)!.goldens.map(({ stored }) => stored.top5));
  });

  it('have logits within 1e-3 of the independent ones', () => {
    const { goldens, embedded } = runs.get(id)!;
    rowsOf(embedded.logits, 1000).forEach((logits, i) => {
      const { top5, logits: expected } = goldens[i]!.stored;
      top5.forEach((label, place) => expect(Math.abs(logits[label]! - expected[place]!)).toBeLessThan(1e-3));
    });
  });

  it('agree with the published float32 weights: cosine and best class', async () => {
    expect(Math.min(...(await cosines(id, 'original')))).toBeGreaterThanOrEqual(0.9999);
    const { goldens } = runs.get(id)!;
    expect(bestOf(id, 1)).toEqual(goldens.map(({ original }) => [original.top5[0]]));
  });
});

describe('what the golden inputs show', () => {
  const right = (id: BackboneId): string[] =>
    runs
      .get(id)!
      .goldens.flatMap((golden, i) => (bestOf(id, 1)[i]![0] === golden.class ? [golden.file] : []));

  it('is what Lite0 says', () => {
    expect(right('efficientnet-lite0')).toHaveLength(6);
  });

  it('is what Lite2 says of four; the rocket comes second, and the daisy it does not find, as published', () => {
    expect(right('efficientnet-lite2')).toEqual(['cat.png', 'espresso.png', 'palace.png', 'red-panda.png']);
    const { goldens } = runs.get('efficientnet-lite2')!;
    const rocket = goldens.findIndex(({ file }) => file === 'rocket.png');
    expect(bestOf('efficientnet-lite2', 2)[rocket]).toContain(goldens[rocket]!.class);
  });
});
