/**
 * @file Imprinting against a second computation in numpy, kept in test/golden/imprinting with the script that made it:
 * to the bit where METHODS calls a thing exact, to 1e-6 elsewhere.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withinClassCosine } from '../../../../../main/engine/imprinting/cohesion';
import { leaveOneOut } from '../../../../../main/engine/imprinting/estimate';
import { holdOut } from '../../../../../main/engine/imprinting/folds';
import { logits } from '../../../../../main/engine/imprinting/head';
import { imprint } from '../../../../../main/engine/imprinting/imprint';
import { appendJoin, centredUnit } from '../../../../../main/engine/imprinting/joins/append';
import { basePrototypes, replaceJoin } from '../../../../../main/engine/imprinting/joins/replace';
import {
  conformalThreshold,
  foreignAccepted,
  trueClassScores,
} from '../../../../../main/engine/imprinting/rejection';
import { confidenceScale, expectedScale } from '../../../../../main/engine/imprinting/scale';
import { unitEmbedding } from '../../../../../main/engine/imprinting/unit';
import { bytes, sumsOf, supportClass, type Sample } from './synthetic';

interface Expected {
  rows: string;
  heldOut: { class: number; group: number; cosines: number[][] }[];
  leaveOneOut: number;
  expectedScale: number;
  scale: number;
  threshold: number;
  foreignAccepted: number;
}

interface Golden {
  dimension: number;
  step: number;
  effectiveDimension: number;
  /** Raw embeddings by class, group and image, in units of 1/step. */
  embeddings: number[][][][];
  base: { weights: string; bias: string; mean: string; radius: number };
  expected: {
    rho: number;
    units: string;
    replaceRows: string;
    balancedWithBase: string;
    appendLogits: number[][];
    replaceLogits: number[][];
    plain: Expected;
    balanced: Expected;
  };
}

const file = new URL('../../../../golden/imprinting/golden.json', import.meta.url);
const golden = JSON.parse(readFileSync(file, 'utf8')) as Golden;
const { dimension, expected } = golden;

const raw = golden.embeddings.map((groups) =>
  groups.map((images) => images.map((a) => Float32Array.from(a, (value) => value / golden.step))),
);
const samplesWith = (unit: (a: Float32Array) => Float32Array): Sample[][] =>
  raw.map((groups) =>
    groups.flatMap((images, group) => images.map((a) => ({ group: `${group}`, u: unit(a) }))),
  );
const samples = samplesWith(unitEmbedding);
const sums = samples.map(sumsOf);
const support = samples.map(supportClass);
const floats = (text: string) => new Float32Array(Uint8Array.from(Buffer.from(text, 'base64')).buffer);

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>, tolerance: number): void {
  expect(found.length).toBe(wanted.length);
  const largest = Array.from(found, (value, i) => Math.abs(value - wanted[i]!)).reduce(
    (a, b) => Math.max(a, b),
    0,
  );
  expect(largest).toBeLessThanOrEqual(tolerance);
}

it('unit embeddings are bit-equal', () => {
  const units = floats(expected.units);
  samples
    .flat()
    .forEach(({ u }, i) => expect(bytes(u)).toBe(bytes(units.slice(i * dimension, (i + 1) * dimension))));
});

it('ρ agrees', () => {
  expect(withinClassCosine(sums)).toBeCloseTo(expected.rho, 9);
});

describe.each(['plain', 'balanced'] as const)('%s imprinting', (name) => {
  const wanted = expected[name];
  const options = { balanced: name === 'balanced', base: false };
  const held = holdOut(support, options);

  it(`has the same weights, ${name === 'plain' ? 'to the bit' : 'to float32 precision'}`, () => {
    const { rows } = imprint(sums, options);
    if (name === 'plain') expect(bytes(rows)).toBe(bytes(floats(wanted.rows)));
    else expectClose(rows, floats(wanted.rows), 2 ** -23);
  });

  it('has the same folds and scores', () => {
    expect(held.map((one) => [one.class, Number(one.group)])).toEqual(
      wanted.heldOut.map((one) => [one.class, one.group]),
    );
    const flat = (all: readonly { cosines: readonly ArrayLike<number>[] }[]) =>
      all.flatMap(({ cosines }) => cosines.flatMap((row) => Array.from(row)));
    expectClose(flat(held), flat(wanted.heldOut), 1e-6);
    expect(leaveOneOut(held, raw.length).accuracy).toBeCloseTo(wanted.leaveOneOut, 12);
  });

  it('has the same scale', () => {
    const found = confidenceScale(sums, held, golden.effectiveDimension)!;
    expect(expectedScale(sums, golden.effectiveDimension)).toBeCloseTo(wanted.expectedScale, 8);
    expect(found.fitted).toBe(true);
    expect(found.scale / wanted.scale).toBeCloseTo(1, 6);
  });

  it('has the same threshold and lets the same share of foreign images through', () => {
    const rejection = conformalThreshold(trueClassScores(held), 0.1);
    if (!rejection.possible) throw new Error('22 groups are enough for α = .1');
    expect(rejection.threshold).toBeCloseTo(wanted.threshold, 6);
    expect(foreignAccepted(support, rejection.threshold, options)).toBeCloseTo(wanted.foreignAccepted, 12);
  });
});

describe('joins', () => {
  const base = {
    classes: floats(golden.base.bias).length,
    dimension,
    weights: floats(golden.base.weights),
    bias: floats(golden.base.bias),
    mean: floats(golden.base.mean),
    radius: golden.base.radius,
  };
  const probes = raw.map((groups) => groups[0]![0]!);

  it('replace agrees', () => {
    const novel = imprint(sums, { balanced: true, base: true });
    expectClose(novel.rows, floats(expected.balancedWithBase), 2 ** -23);
    const rows = basePrototypes(base);
    expectClose(rows.rows, floats(expected.replaceRows), 2 ** -23);
    const head = replaceJoin(rows, novel, 9, -0.25);
    probes.forEach((a, i) => expectClose(logits(head, a), expected.replaceLogits[i]!, 1e-6));
  });

  it('append agrees', () => {
    const away = samplesWith((a) => centredUnit(a, base.mean)).map(sumsOf);
    const novel = imprint(away, { balanced: false, base: true });
    const head = appendJoin(base, novel, 1.5);
    probes.forEach((a, i) => expectClose(logits(head, a), expected.appendLogits[i]!, 1e-6));
  });
});
