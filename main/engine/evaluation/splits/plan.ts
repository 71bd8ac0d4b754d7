/**
 * @file All divisions of a set that a rule and a seed make: the same for every method. Pure: runs in the engine and in tests.
 */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { PersonError } from '../../../contract/errors';
import type { SplitRule } from '../../../contract/evaluation';
import type { EvaluatedSet } from '../evaluatedSet';
import { episode, isUsable } from './episodes';
import { domainFolds, kFold, leaveOneOut } from './folds';
import { replicates } from './replicates';
import { shotsOf, type Shots, type Split } from './split';
import { told } from '../../../../strings/words';

export interface Plan {
  /** Whether the splits are some of all that could be drawn (episodes), or ask everything once (folds). */
  readonly drawn: boolean;
  readonly splits: readonly Split[];
  /** Of episodes: more of them on bootstrap replicates of the data, from which the interval follows. */
  readonly replicates: readonly (readonly Split[])[];
  /** Classes that are never asked: too few groups, or none that may be asked. */
  readonly unasked: readonly number[];
}

export interface PlanOptions {
  readonly seed: number;
  /** Support and queries from different domains. */
  readonly across?: boolean;
  /** Bootstrap replicates of episodes; 0: none, and no interval. See {@link usualReplicates}. */
  readonly replicates?: number;
}

const LEAST_REPLICATES = 30;
const MOST_REPLICATES = 100;

/** As many as there are episodes, so that the interval costs twice what it is of; 30 at least, 100 at most. */
export function usualReplicates(episodes: number): number {
  return Math.min(MOST_REPLICATES, Math.max(LEAST_REPLICATES, episodes));
}

/** @throws {PersonError} where the set cannot be divided so */
export function planOf(set: EvaluatedSet, rule: SplitRule, options: PlanOptions): Plan {
  const shots = shotsOf(set);
  requireClasses(set);
  if (options.across) requireDomains(shots, set);
  const random = xoroshiro128plus(options.seed);
  const plan =
    rule.kind === 'episodes'
      ? episodePlan(shots, rule, options, random)
      : foldPlan(shots, rule, options, random);
  if (!plan.splits.some(({ query }) => query.length > 0)) throw new PersonError(told().engine.nothingHeldOut);
  const asked = new Set(plan.splits.flatMap(({ query }) => Array.from(query, (row) => set.labels[row]!)));
  return {
    ...plan,
    drawn: rule.kind === 'episodes',
    unasked: shots.flatMap((_, own) => (asked.has(own) ? [] : [own])),
  };
}

type Splits = Pick<Plan, 'splits' | 'replicates'>;

function foldPlan(
  shots: Shots,
  rule: Exclude<SplitRule, { kind: 'episodes' }>,
  { across = false }: PlanOptions,
  random: RandomGenerator,
): Splits {
  if (rule.kind === 'leave-one-out')
    return {
      splits: across ? domainFolds(shots, shots.flat().length, random) : leaveOneOut(shots),
      replicates: [],
    };
  if (!(Number.isInteger(rule.folds) && rule.folds >= 2))
    throw new PersonError(told().engine.tooFewFolds(rule.folds));
  return { splits: (across ? domainFolds : kFold)(shots, rule.folds, random), replicates: [] };
}

function episodePlan(
  shots: Shots,
  { ways, shots: least, episodes }: Extract<SplitRule, { kind: 'episodes' }>,
  options: PlanOptions,
  random: RandomGenerator,
): Splits {
  const rule = { ways, shots: least, across: options.across ?? false };
  const usable = shots.filter((own) => isUsable(own, rule));
  const needed = ways ?? 2;
  if (usable.length < Math.max(2, needed))
    throw new PersonError(told().engine.tooFewShots(least, usable.length, shots.length, Math.max(2, needed)));
  return {
    splits: Array.from({ length: episodes }, () => episode(usable, rule, random)),
    replicates: replicates(usable, rule, options.replicates ?? usualReplicates(episodes), random),
  };
}

function requireClasses({ classes, labels }: EvaluatedSet): void {
  if (classes >= 2) return;
  throw new PersonError(told().engine.nothingTold(labels.length));
}

function requireDomains(shots: Shots, { domains }: EvaluatedSet): void {
  if (domains && new Set(shots.flat().map(({ domain }) => domain)).size > 1) return;
  throw new PersonError(told().engine.onePlace);
}
