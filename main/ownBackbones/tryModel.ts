/**
 * @file A model on all sample photos as it is chosen to be fed: whether its values are of use, how fast it is, and what its
 * constants are estimated to be. Runs in main; knows no Electron.
 */
import { told } from '../../strings/words';
import type { Trial, TrialChoices, TrialProgress } from '../contract/areas/ownBackbones';
import { PersonError } from '../contract/errors';
import { median } from '../engine/evaluation/statistics/median';
import type { OwnOutput } from '../engine/ownBackbones/description';
import type { OwnRule } from '../engine/ownBackbones/running';
import type { TryLine } from './line';
import type { ReadPhoto } from './readPhotos';
import { BATCH, type Concluded, type Tested } from './trying/protocol';

interface TryParts {
  line: TryLine;
  photos: readonly ReadPhoto[];
  choices: TrialChoices;
  tried: OwnRule;
  /** Throws to stop. */
  progress: (step: TrialProgress['step'], done: number, total: number) => void;
}

export interface Outcome {
  trial: Omit<Trial, 'known'>;
  output: OwnOutput;
  constants: NonNullable<Concluded['constants']>;
  /** ISO. */
  at: string;
}

/** Photos that are shown beside each one. */
const NEAR = 5;

/** @throws PersonError where it cannot be run, or its values tell nothing apart */
export async function tryModel(parts: TryParts): Promise<Outcome> {
  const { line, photos, progress, tried } = parts;
  progress('load', 0, 0);
  await line.call('load', tried);
  await line.call('forget', { inputs: false });
  progress('try', 0, photos.length);
  const tested = await testOn(line, photos);
  const batch = batchOf(tested);
  const imagesPerSecond = await speedOf(parts, batch);
  const concluded = await line.call('conclude', {
    photos: photos.map(({ id, class: name }) => ({ id, class: name })),
    shown: firstOfEach(photos).map(({ id }) => id),
    near: NEAR,
  });
  if (concluded.fault !== null) throw new PersonError(told().adding.values[concluded.fault]);
  return outcomeOf(parts, { tested, batch, imagesPerSecond, concluded });
}

export const testOn = (line: TryLine, photos: readonly ReadPhoto[]): Promise<Tested> =>
  line.call('test', { ids: photos.slice(0, BATCH).map(({ id }) => id) });

/** How many the model is given at once. */
export const batchOf = ({ together }: Tested): number => (together === 'same' ? BATCH : 1);

/** Median over the batches, the first of which no model is judged by: it was run before. */
async function speedOf({ line, photos, progress }: TryParts, batch: number): Promise<number> {
  const rates: number[] = [];
  let done = 0;
  for (const some of inBatches(photos, batch)) {
    const { milliseconds } = await line.call('run', { ids: some.map(({ id }) => id) });
    if (some.length === batch) rates.push((1000 * batch) / milliseconds);
    progress('try', (done += some.length), photos.length);
  }
  return rates.length > 0 ? median(rates) : 0;
}

function outcomeOf(
  { photos, choices }: TryParts,
  measured: { tested: Tested; batch: number; imagesPerSecond: number; concluded: Concluded },
): Outcome {
  const { tested, batch, imagesPerSecond, concluded } = measured;
  const { rank, dimension, together } = tested;
  const { constants, figure, shares, nearest } = concluded;
  if (!constants || !figure) throw new Error('the process that tried the model concluded nothing');
  const { meanDistance, withinClassCosine, effectiveDimension, images } = constants;
  const alone = { same: null, refused: 'takes one', differs: 'depends on others' } as const;
  const { normalisation, colour } = choices;
  const trial = {
    ...{ choices, dimension, imagesPerSecond, batch, alone: alone[together], shares },
    figure: { normalisation, colour, right: figure.right, photos: figure.images, margin: figure.margin },
    estimated: { meanDistance, withinClassCosine, effectiveDimension, photos: images },
    nearest: nearestOf(photos, nearest),
  };
  return { trial, constants, output: { rank, dimension }, at: new Date().toISOString() };
}

function nearestOf(photos: readonly ReadPhoto[], nearest: Concluded['nearest']): Trial['nearest'] {
  const byId = new Map(photos.map((photo) => [photo.id, photo]));
  return firstOfEach(photos).map(({ token, class: name }, i) => ({
    photo: { token, class: name },
    near: (nearest[i] ?? []).flatMap(({ id, cosine }) => {
      const found = byId.get(id);
      return found ? [{ token: found.token, class: found.class, cosine }] : [];
    }),
  }));
}

/** A photo of each class. */
function firstOfEach(photos: readonly ReadPhoto[]): ReadPhoto[] {
  const seen = new Set<string | null>([null]);
  return photos.filter(({ class: name }) => !seen.has(name) && seen.add(name));
}

export function inBatches<T>(values: readonly T[], size: number): T[][] {
  const batches: T[][] = [];
  for (let start = 0; start < values.length; start += size) batches.push(values.slice(start, start + size));
  return batches;
}
