/**
 * @file How long tuning the last convolution takes, and what it brings on held-out groups. Measured by `run.mjs --tuning`, which
 * reads the images.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Figure } from '../../../main/contract/evaluation';
import { readDescription } from '../../../main/engine/backbone/description';
import { float32ToFloat16 } from '../../../main/engine/backbone/float16';
import { readGraph } from '../../../main/engine/backbone/weights';
import { readConstants, type BackboneConstants } from '../../../main/engine/guessing/constants';
import { askedOf } from '../../../main/engine/tuning/asked';
import { divide } from '../../../main/engine/tuning/division';
import { FeatureModel } from '../../../main/engine/tuning/featureModel';
import { AT_ONCE, embeddingsOf } from '../../../main/engine/tuning/forward';
import {
  lastConvolution,
  type Convolution,
  type LastConvolution,
} from '../../../main/engine/tuning/lastConvolution';
import { reportOf } from '../../../main/engine/tuning/figures';
import { startOf } from '../../../main/engine/tuning/start';
import { asKept } from '../../../main/engine/tuning/tunedBackbone';
import { DEFAULTS, tune, type TuningOptions, type TuningSet } from '../../../main/engine/tuning/tune';
import { viewsOf } from '../../../main/engine/tuning/views';

const SIDE = 224;

export interface BenchRow {
  /** [224, 224, 3] */
  pixels: Uint8Array;
  label: number;
  group: number;
  /** 64 hexadecimal digits. */
  key: string;
}

export interface TuningBench {
  backboneDir: string;
  rows: BenchRow[];
  classes: number;
  epochs: number;
  seeds: number[];
  /** Of the convolution. */
  rates: number[];
}

/** Prints seconds of each stage, then per rate and seed: epochs, best epoch, groups told right before and after. */
export async function measureTuning({ backboneDir, rows, classes, ...wanted }: TuningBench): Promise<void> {
  const cache = await mkdtemp(path.join(os.tmpdir(), 'imprint-bench-'));
  try {
    const description = await readDescription(backboneDir);
    const last = lastConvolution(await readGraph(backboneDir, description), description);
    const model = await FeatureModel.load(backboneDir, cache);
    const views = timed('features of all views', () => rows.map((row) => featuresOf(model, row)));
    const set: TuningSet = {
      ...{ classes, views, bulk: new Uint8Array(rows.length) },
      labels: rows.map((row) => row.label),
      groups: rows.map((row) => row.group),
    };
    const constants = await readConstants(backboneDir);
    for (const convolution of wanted.rates)
      for (const seed of wanted.seeds) {
        const rates = { ...DEFAULTS.rates, convolution };
        await once(set, last, { seed, epochs: wanted.epochs, rates }, constants);
      }
  } finally {
    await rm(cache, { recursive: true });
  }
}

async function once(
  set: TuningSet,
  last: LastConvolution,
  options: TuningOptions,
  constants: BackboneConstants,
): Promise<void> {
  const division = divide(set, options.seed);
  const begun = performance.now();
  const before = embedAll(set, last, last);
  const start = startOf(set, division.teach, before, last, constants.effectiveDimension);
  const { weights, epochs, best } = await tune(set, division, { sizes: last, start, options });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const asked = askedOf(set, division, { before, after: embedAll(set, last, asKept(weights)) }, constants);
  const report = reportOf(asked, best);
  console.log(
    `rate ${options.rates.convolution} seed ${options.seed}: ${epochs.length - 1} epochs in ${seconds} s, best ${best}; ` +
      `of ${report.before.n} asked (${report.before.groups} groups) right before ${said(report.before)}, after ${said(report.after)}, ` +
      `same base class ${said(report.agreement)}. ${report.sentence}`,
  );
  console.log(`  held-out loss ${epochs.map((one) => one.held?.loss.toFixed(3)).join(' ')}`);
}

function said({ value, interval }: Figure): string {
  const percent = (share: number | undefined): string => (100 * (share ?? NaN)).toFixed(1);
  return `${percent(value ?? undefined)} % (${percent(interval?.[0])} to ${percent(interval?.[1])})`;
}

function embedAll({ views }: TuningSet, last: LastConvolution, weights: Convolution): Float32Array[] {
  const all: Float32Array[] = [];
  for (let at = 0; at < views.length; at += AT_ONCE) {
    const some = views.slice(at, at + AT_ONCE).map(([first]) => first!);
    const values = embeddingsOf(some, weights, last);
    some.forEach((_, i) => all.push(values.slice(i * last.dimension, (i + 1) * last.dimension)));
  }
  return all;
}

/** View by view, as the app does, which lets others through in between. */
function featuresOf(model: FeatureModel, { pixels, key }: BenchRow): Uint16Array[] {
  return viewsOf(pixels, SIDE, key).map((view) => float32ToFloat16(model.features([view])));
}

function timed<T>(what: string, work: () => T): T {
  const begun = performance.now();
  const result = work();
  console.log(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}
