/**
 * @file One training from its items to its outcome: features from their file, the three parts, epochs, and what is asked before and
 * after. Engine.
 */
import type { TuningEpoch, TuningRequest } from '../../contract/areas/tuning';
import { PersonError } from '../../contract/errors';
import type { BackboneConstants } from '../guessing/constants';
import { divide, type Division } from './division';
import { askedOf } from './asked';
import type { FeatureFile } from './featureFile';
import { reportOf } from './figures';
import { AT_ONCE, embeddingsOf } from './forward';
import type { Convolution, LastConvolution } from './lastConvolution';
import type { TuningItem, TuningOutcome } from './protocol';
import { startOf } from './start';
import { asKept } from './tunedBackbone';
import { DEFAULTS, tune, type Epoch, type TuningSet } from './tune';
import { told } from '../../../strings/words';

export interface TrainingParts {
  readonly items: readonly TuningItem[];
  readonly file: Pick<FeatureFile, 'read'>;
  readonly last: LastConvolution;
  readonly constants: BackboneConstants;
  readonly signal: AbortSignal;
  readonly idle: () => Promise<void>;
  readonly tell: (done: number, epochs: TuningEpoch[]) => void;
}

/**
 * @returns the outcome, and the weights as they are kept
 * @throws PersonError where there is too little to learn from
 * @throws the signal's reason where it was ended
 */
export async function train(
  { epochs, seed }: TuningRequest,
  parts: TrainingParts,
): Promise<{ outcome: TuningOutcome; weights: Convolution }> {
  const { last, constants, signal } = parts;
  const pause = async (): Promise<void> => {
    signal.throwIfAborted();
    await parts.idle();
    signal.throwIfAborted();
  };
  const { set, places } = await setOf(parts, pause);
  const division = divide(set, seed);
  const before = await embedAll(set, last, last, pause);
  const start = startOf(set, division.teach, before, last, constants.effectiveDimension);
  const told: TuningEpoch[] = [];
  const hooks = {
    signal,
    giveWay: parts.idle,
    epoch: (epoch: Epoch) => parts.tell((told.push(toldOf(epoch)), epoch.epoch / epochs), [...told]),
    progress: (done: number) => parts.tell(done, [...told]),
  };
  const options = { ...DEFAULTS, seed, epochs };
  const tuned = await tune(set, division, { sizes: last, start, options }, hooks);
  const weights = asKept(tuned.weights);
  const after = await embedAll(set, last, weights, pause);
  const asked = askedOf(set, division, { before, after }, constants);
  const outcome = {
    report: reportOf(asked, tuned.best),
    best: tuned.best,
    ...countsOf(set, parts.items, places),
  };
  return { outcome: { ...outcome, learnt: learntOf(division, places) }, weights };
}

/** The items that have features, in classes that have any, and their positions among all. */
async function setOf(
  { items, file }: TrainingParts,
  pause: () => Promise<void>,
): Promise<{ set: TuningSet; places: number[] }> {
  const views: TuningSet['views'][number][] = [];
  const places: number[] = [];
  for (const [place, { key }] of items.entries()) {
    if (place % AT_ONCE === 0) await pause();
    const kept = file.read(key);
    if (!kept) continue;
    views.push(kept);
    places.push(place);
  }
  const there = places.map((place) => items[place]!);
  const classes = numbered(there.map((item) => item.class));
  if (classes.count < 2) throw new PersonError(told().engine.tooFewToTune);
  const groups = numbered(there.map((item) => item.group));
  const bulk = there.map((item) => Number(item.bulk));
  const set = { views, classes: classes.count, labels: classes.numbers, groups: groups.numbers, bulk };
  return { set, places };
}

/** Numbers from 0 in the order of first appearance. */
function numbered<T>(values: readonly T[]): { numbers: number[]; count: number } {
  const known = new Map<T, number>();
  const numbers = values.map((value) => {
    const number = known.get(value) ?? known.size;
    known.set(value, number);
    return number;
  });
  return { numbers, count: known.size };
}

async function embedAll(
  { views }: TuningSet,
  last: LastConvolution,
  weights: Convolution,
  pause: () => Promise<void>,
): Promise<Float32Array[]> {
  const all: Float32Array[] = [];
  for (let at = 0; at < views.length; at += AT_ONCE) {
    await pause();
    const some = views.slice(at, at + AT_ONCE).map(([first]) => first!);
    const values = embeddingsOf(some, weights, last);
    some.forEach((_, i) => all.push(values.slice(i * last.dimension, (i + 1) * last.dimension)));
  }
  return all;
}

const toldOf = ({ epoch, loss, held }: Epoch): TuningEpoch => ({
  ...{ epoch, loss },
  heldOutLoss: held?.loss ?? null,
  heldOut: held?.right ?? null,
});

const learntOf = ({ teach, stop }: Division, places: readonly number[]): number[] =>
  [...teach, ...stop].sort((a, b) => a - b).map((item) => places[item]!);

function countsOf(
  set: TuningSet,
  items: readonly TuningItem[],
  places: readonly number[],
): Pick<TuningOutcome, 'images' | 'groups' | 'classes' | 'leftOut'> {
  const groups = new Set(Array.from(set.groups, (group, i) => `${set.labels[i]}/${group}`)).size;
  return { images: places.length, groups, classes: set.classes, leftOut: items.length - places.length };
}
