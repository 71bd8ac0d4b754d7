/**
 * @file Shares, intervals and differences of all methods at once, from the same replicates. Runs in the engine and in tests.
 */
import type { Difference } from '../../../contract/evaluation';
import type { EvaluatedSet } from '../evaluatedSet';
import type { MethodRun } from '../run';
import type { Plan } from '../splits/plan';
import { replicatedMeans, strataOf } from '../statistics/bootstrap';
import {
  differenceInterval,
  halfWidth,
  shareInterval,
  spreadOfEpisodes,
  spreadOfFolds,
  type EpisodeSpread,
  type Spread,
} from '../statistics/estimates';
import { allSplits, differenceOf, outcomeOf, rightOf, type Outcome } from '../statistics/outcome';
import { holm, studentP, signFlipP } from '../statistics/tests';
import type { Accuracy } from './methodResult';
import { told } from '../../../../strings/words';

export interface Spreads {
  readonly accuracies: readonly Accuracy[];
  /** null: of imprinting itself, of methods that failed, and of all where imprinting did. */
  readonly differences: readonly (Difference | null)[];
}

const NONE: Accuracy = { value: null, interval: null, why: null, monteCarlo: null };

type Held = { outcome: Outcome; spread: Spread | EpisodeSpread };

/** @param runs of `allSplits`; those that failed have no answers */
export async function spreadsOf(
  runs: readonly MethodRun[],
  set: EvaluatedSet,
  plan: Plan,
  seed: number,
): Promise<Spreads> {
  const splits = allSplits(plan);
  const values = runs.map(({ failed, answers }) => (failed === null ? rightOf(set, splits, answers) : null));
  const imprinting = values[runs.findIndex(({ method }) => method === 'imprinting')] ?? null;
  const paired = values.map((own) =>
    own && imprinting && own !== imprinting ? differenceOf(own, imprinting) : null,
  );
  const outcomes = [...values, ...paired].map((own) => own && outcomeOf(set, plan, own));
  const held = await spreads(outcomes, plan, seed);
  const differences = held.slice(runs.length).map((one) => one && differenceFrom(one, plan, seed));
  const adjusted = holm(differences.map((one) => one?.p ?? null));
  return {
    accuracies: held.slice(0, runs.length).map((one) => (one ? accuracyFrom(one, plan) : NONE)),
    differences: differences.map((one, m) => one && { ...one, pHolm: adjusted[m]! }),
  };
}

async function spreads(
  outcomes: readonly (Outcome | null)[],
  plan: Plan,
  seed: number,
): Promise<(Held | null)[]> {
  if (isDrawn(plan))
    return outcomes.map((outcome) => outcome && { outcome, spread: spreadOfEpisodes(outcome) });
  const known = outcomes.filter((outcome) => outcome !== null);
  if (known.length === 0) return outcomes.map(() => null);
  const shots = known.map((outcome) => outcome.shots.map(({ value }) => value));
  const means = await replicatedMeans(shots, strataOf(known[0]!.shots), seed);
  return outcomes.map(
    (outcome) => outcome && { outcome, spread: spreadOfFolds(outcome, means[known.indexOf(outcome)]!) },
  );
}

const isDrawn = ({ drawn }: Plan): boolean => drawn;
const hasInterval = (plan: Plan): boolean => !isDrawn(plan) || plan.replicates.length > 1;

function accuracyFrom({ outcome, spread }: Held, plan: Plan): Accuracy {
  const monteCarlo = 'monteCarlo' in spread ? halfWidth(spread.monteCarlo) : null;
  const { value } = spread;
  if (!hasInterval(plan)) return { value, interval: null, why: told().engine.noReplicates, monteCarlo };
  return { value, interval: shareInterval(spread, outcome.shots.length), why: null, monteCarlo };
}

function differenceFrom({ outcome, spread }: Held, plan: Plan, seed: number): Omit<Difference, 'pHolm'> {
  const { value } = spread;
  if (!hasInterval(plan)) return { value, interval: null, p: null };
  const p =
    'error' in spread
      ? studentP(value, spread.error, spread.freedom)
      : signFlipP(
          outcome.shots.map((shot) => shot.value),
          seed,
        );
  return { value, interval: differenceInterval(spread, outcome), p };
}
