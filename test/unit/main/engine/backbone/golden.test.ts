/**
 * @file The backbone against an independent computation of the same network (test/golden/backbone/reference.py), for
 * the stored weights and for the published ones.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Backbone, type Embedded } from '../../../../../main/engine/backbone/backbone';
import { BACKBONE, cosine, readEmbeddings, readGoldens, readInput, top, type Golden } from './support';

let goldens: Golden[];
let result: Embedded;
const rows = (values: Float32Array, width: number): Float32Array[] =>
  goldens.map((_, i) => values.subarray(i * width, (i + 1) * width));

beforeAll(async () => {
  goldens = await readGoldens();
  const cache = await mkdtemp(path.join(tmpdir(), 'imprint-golden-'));
  try {
    const backbone = await Backbone.load(BACKBONE, cache);
    result = backbone.embed(await Promise.all(goldens.map(readInput)));
    backbone.dispose();
  } finally {
    await rm(cache, { recursive: true });
  }
});

async function cosines(which: 'stored' | 'original'): Promise<number[]> {
  const expected = rows(await readEmbeddings(which), 1280);
  return rows(result.embeddings, 1280).map((row, i) => cosine(row, expected[i]!));
}

describe('the six golden inputs', () => {
  it('are embedded as the independent computation embeds them with the stored weights', async () => {
    const least = Math.min(...(await cosines('stored')));
    expect(least).toBeGreaterThanOrEqual(0.9999);
  });

  it('have the same five best classes in the same order', () => {
    const best = rows(result.logits, 1000).map((logits) => top(logits, 5));
    expect(best).toEqual(goldens.map(({ stored }) => stored.top5));
  });

  it('have logits within 1e-3 of the independent ones', () => {
    rows(result.logits, 1000).forEach((logits, i) => {
      const { top5, logits: expected } = goldens[i]!.stored;
      top5.forEach((label, place) => expect(Math.abs(logits[label]! - expected[place]!)).toBeLessThan(1e-3));
    });
  });

  it('agree with the published float32 weights: cosine and best class', async () => {
    expect(Math.min(...(await cosines('original')))).toBeGreaterThanOrEqual(0.9999);
    const best = rows(result.logits, 1000).map((logits) => top(logits, 1)[0]);
    expect(best).toEqual(goldens.map(({ original }) => original.top5[0]));
  });

  it('show what the network says they show', () => {
    const best = rows(result.logits, 1000).map((logits) => top(logits, 1)[0]);
    expect(best).toEqual(goldens.map((golden) => golden.class));
  });
});
