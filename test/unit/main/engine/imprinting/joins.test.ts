/** @file Both joins, and the two naive ones they are compared with (METHODS 2, 3). */
import { describe, expect, it } from 'vitest';
import {
  linearForm,
  logits,
  requireHead,
  softmax,
  type Head,
} from '../../../../../main/engine/imprinting/head';
import { imprint } from '../../../../../main/engine/imprinting/imprint';
import { appendJoin, baseHead, centredUnit } from '../../../../../main/engine/imprinting/joins/append';
import { cosineHead } from '../../../../../main/engine/imprinting/joins/assemble';
import type { BaseClassifier } from '../../../../../main/engine/imprinting/joins/base';
import { allCosineJoin, normMatchedJoin } from '../../../../../main/engine/imprinting/joins/naive';
import { basePrototypes, replaceJoin } from '../../../../../main/engine/imprinting/joins/replace';
import { unitEmbedding } from '../../../../../main/engine/imprinting/unit';
import { argmax, squaredLength } from '../../../../../main/engine/imprinting/vectors';
import { bytes, sumsOf, Synthetic } from './synthetic';

const D = 96;
const K = 1000;
const space = new Synthetic(5, D);

/** A classifier over K base classes as training gives it: weights without a common mean, of length about 2.3. */
function classifier(): { base: BaseClassifier; centres: Float64Array[] } {
  const centres = Array.from({ length: K }, () => space.centre());
  const images = centres.flatMap((centre) => [space.image(centre), space.image(centre)]);
  const mean = new Float32Array(D).map((_, i) => images.reduce((sum, a) => sum + a[i]!, 0) / images.length);
  const radius =
    images.reduce((sum, a) => sum + Math.sqrt(squaredLength(a.map((v, i) => v - mean[i]!))), 0) /
    images.length;
  const weights = new Float32Array(D * K);
  centres.forEach((centre, k) =>
    centre.forEach((value, i) => (weights[i * K + k] = (value - mean[i]!) * 0.8)),
  );
  const bias = new Float32Array(K).map(() => 0.02 * space.gaussian());
  return { base: { classes: K, dimension: D, weights, bias, mean, radius }, centres };
}

const { base, centres } = classifier();
const novelCentres = Array.from({ length: 5 }, () => space.centre());
const support = novelCentres.map((centre) => Array.from({ length: 3 }, () => space.image(centre)));
const imprinted = (unit: (a: Float32Array) => Float32Array, balanced: boolean) =>
  imprint(
    support.map((images) => sumsOf(images.map((a, i) => ({ group: `${i}`, u: unit(a) })))),
    { balanced, base: true },
  );
const novel = imprinted(unitEmbedding, true);
const centred = imprinted((a) => centredUnit(a, base.mean), false);

/** Share of new images of base and of novel classes that get their own class among all. */
function accuracy(head: Head): { base: number; novel: number } {
  const share = (of: Float64Array[], first: number) =>
    of.filter((centre, c) => argmax(logits(head, space.image(centre))) === first + c).length / of.length;
  const many = Array.from({ length: 20 }, () => share(novelCentres, K));
  return { base: share(centres.slice(0, 100), 0), novel: many.reduce((a, b) => a + b) / many.length };
}

describe('append', () => {
  it('leaves the first 1000 columns bit-equal, with and without the novel ones', () => {
    const [without, joined] = [baseHead(base), appendJoin(base, centred, 1.5)];
    for (const centre of novelCentres) {
      const a = space.image(centre);
      expect(bytes(logits(joined, a).slice(0, K))).toBe(bytes(logits(without, a)));
    }
  });

  it('is one product whose first 1000 columns are the W and b of the backbone, to the bit', () => {
    const { weights, bias } = linearForm(appendJoin(base, centred, 1.5));
    const columns = base.weights.map((_, at) => weights[Math.floor(at / K) * (K + 5) + (at % K)]!);
    expect(bytes(columns)).toBe(bytes(base.weights));
    expect(bytes(bias.slice(0, K))).toBe(bytes(base.bias));
  });

  it('adds |w|·(a - μ)·norm(mean norm(a_i - μ)) + γ', () => {
    const a = space.image(novelCentres[0]!);
    const lengths = Array.from({ length: K }, (_, k) =>
      Math.sqrt(squaredLength(base.weights.filter((_, at) => at % K === k))),
    );
    const length = lengths.reduce((x, y) => x + y) / K;
    const found = logits(appendJoin(base, centred, 1.5), a).slice(K);
    support.forEach((images, c) => {
      const mean = new Float64Array(D);
      for (const image of images)
        centredUnit(image, base.mean).forEach((value, i) => (mean[i]! += value / 3));
      const product = mean.reduce((sum, value, i) => sum + (a[i]! - base.mean[i]!) * value, 0);
      expect(found[c]).toBeCloseTo((length * product) / Math.sqrt(squaredLength(mean)) + 1.5, 5);
    });
  });
});

describe('replace', () => {
  it('puts base class k at norm(μ + .5·κ(w_k - w̄)), κ = |a-μ|/mean|w-w̄|', () => {
    const mean = Float64Array.from(
      { length: D },
      (_, i) => base.weights.slice(i * K, i * K + K).reduce((x, y) => x + y) / K,
    );
    const away = (k: number) => mean.map((value, i) => base.weights[i * K + k]! - value);
    const lengths = Array.from({ length: K }, (_, k) => Math.sqrt(squaredLength(away(k))));
    const kappa = base.radius / (lengths.reduce((x, y) => x + y) / K);
    const { rows } = basePrototypes(base);
    for (const k of [0, 1, 999]) {
      const row = away(k).map((value, i) => base.mean[i]! + 0.5 * kappa * value);
      const length = Math.sqrt(squaredLength(row));
      row.forEach((value, i) => expect(rows[k * D + i]).toBeCloseTo(value / length, 6));
    }
  });

  it('gives s·cosine for base classes and s·cosine + γ for novel ones', () => {
    const [a, rows] = [space.image(novelCentres[1]!), basePrototypes(base)];
    const joined = logits(replaceJoin(rows, novel, 20, -0.5), a);
    const alone = logits(cosineHead(novel, 20), a);
    expect([...joined.slice(K)]).toEqual([...alone].map((value) => value - 0.5));
    expect([...joined.slice(0, K)]).toEqual([...logits(cosineHead(rows, 20), a)]);
  });
});

it('both joins keep base and novel classes; the naive ones lose the base', () => {
  const rows = basePrototypes(base);
  const alone = accuracy(baseHead(base)).base;
  for (const head of [replaceJoin(rows, novel, 20, 0), appendJoin(base, centred, 0)]) {
    const { base: kept, novel: learnt } = accuracy(head);
    expect(kept).toBeGreaterThan(alone - 0.1);
    expect(learnt).toBeGreaterThan(0.6);
  }
  for (const head of [allCosineJoin(base, novel, 20), normMatchedJoin(base, novel)])
    expect(accuracy(head).base).toBeLessThan(alone / 2);
});

describe('a head', () => {
  const small: Head = {
    input: 'unit',
    shift: Float32Array.of(1, 0, 0),
    projection: Float32Array.of(0, 1, 0, 0, 0, 1),
    classes: 2,
    counts: null,
    dimension: 2,
    weights: Float64Array.of(1, 0, 0, 1),
    scale: Float64Array.of(10, 20),
    bias: Float64Array.of(1, -1),
    temperature: 2,
  };

  it('shifts, projects, normalises, scales, adds its bias and divides by its temperature', () => {
    const a = Float32Array.of(9, 3, 4);
    expect([...logits(small, a)]).toEqual([(10 * Math.fround(0.6) + 1) / 2, (20 * Math.fround(0.8) - 1) / 2]);
    const raw: Head = { ...small, input: 'raw', projection: null, shift: Float32Array.of(0, 1) };
    expect([...logits(raw, Float32Array.of(1, 3))]).toEqual([(10 + 1) / 2, (40 - 1) / 2]);
  });

  it('refuses embeddings of another length and parts that do not fit', () => {
    expect(() => logits(small, Float32Array.of(1, 2))).toThrow('embedding has 2 values, expected 3');
    expect(() => logits({ ...small, shift: null }, Float32Array.of(1))).toThrow(
      'projection has 6 values, expected 2',
    );
    expect(() => requireHead({ ...small, bias: Float64Array.of(1) })).toThrow(
      'bias of the head has 1 values, expected 2',
    );
    expect(() => requireHead({ ...small, temperature: 0 })).toThrow(
      'temperature of the head must be positive, got 0',
    );
    expect(() => linearForm(small)).toThrow('only a plain raw head is one product');
  });

  it('turns logits into fractions that sum to 1, however large', () => {
    expect([...softmax([1000, 1000, -1000])]).toEqual([0.5, 0.5, 0]);
  });
});

describe('refusals', () => {
  it('of parts of a base classifier that do not fit', () => {
    expect(() => basePrototypes({ ...base, bias: new Float32Array(3) })).toThrow(
      'base bias has 3 values, expected 1000',
    );
    expect(() => basePrototypes({ ...base, radius: 0 })).toThrow('must be positive, got 0');
    expect(() => replaceJoin(basePrototypes(base), { ...novel, dimension: 7 }, 1, 0)).toThrow(
      'has 7 values, expected 96',
    );
  });

  it('of an embedding that is the mean itself', () => {
    expect(() => centredUnit(base.mean, base.mean)).toThrow('zero in all 96 values');
  });
});
