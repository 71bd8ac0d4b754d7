/**
 * @file A contest: methods on the same splits of the same images, each beside imprinting, with a plain answer. Runs in the
 * engine, in commands and in tests. Source: METHODS 5.
 */
import { createHash } from 'node:crypto';
import type { Contest, EvaluationProtocol, MethodResult, SplitRule } from '../../../contract/evaluation';
import { type EvaluatedSet } from '../evaluatedSet';
import { runMethods, type MethodRun, type RunRequest } from '../run';
import { planOf, type Plan } from '../splits/plan';
import { allSplits } from '../statistics/outcome';
import { methodResult, type Asking } from './methodResult';
import { notesOn, notesOnPrototypes } from './notes';
import { contestSentence, differenceSentence } from './sentences';
import { spreadsOf, type Spreads } from './spreads';

/** Counts up when the same protocol would give other figures. */
const VERSION = 1;

export interface ContestRequest extends Omit<RunRequest, 'splits'> {
  readonly rule: SplitRule;
  /** Of splits, replicates and sign flips; methods have that of the context. */
  readonly seed: number;
  readonly across?: boolean;
  /** Of episodes; see `usualReplicates`. */
  readonly replicates?: number;
  /** [C] names of the set's classes. */
  readonly names: readonly string[];
  /** Of the project. */
  readonly revision: number;
}

export interface Contested {
  readonly contest: Contest;
  /** What methods threw that was no sentence for people: for the log. */
  readonly faults: readonly unknown[];
}

/**
 * @throws {PersonError} where the set cannot be divided so
 * @throws the signal's reason where it was cancelled
 */
export async function runContest(request: ContestRequest): Promise<Contested> {
  const { set, rule, seed } = request;
  const plan = planOf(set, rule, request);
  // Replicates are for the interval of the project's own images.
  const runs = await runMethods({ ...request, splits: allSplits(plan), baseSplits: plan.splits.length });
  const spreads = await spreadsOf(runs, set, plan, seed);
  const baseImages = request.baseImages?.labels.length ?? 0;
  const asking = { set, plan, shown: showsPercentages(plan, set), baseImages };
  const results = runs.map((run, m) => resultOf(run, m, spreads, asking));
  const contest = {
    at: new Date().toISOString(),
    revision: request.revision,
    protocol: protocolOf(request, plan),
    classes: [...request.names],
    unasked: [...plan.unasked],
    notes: [...notesOn(set), ...notesOnPrototypes(request)],
    results,
    sentence: contestSentence(results),
  };
  return { contest, faults: runs.flatMap(({ fault }) => fault ?? []) };
}

function resultOf(run: MethodRun, m: number, spreads: Spreads, asking: Asking): MethodResult {
  const result = methodResult(run, spreads.accuracies[m]!, asking);
  const difference = spreads.differences[m] ?? null;
  const sentence = difference && differenceSentence(run.method, difference, result.accuracy);
  return { ...result, difference, sentence };
}

/** With one shot of every class there are none (METHODS 1b). */
function showsPercentages({ splits }: Plan, { labels, groups }: EvaluatedSet): boolean {
  return splits.some(({ support, classes }) => {
    const shots = new Set(Array.from(support, (row) => `${labels[row]} ${groups[row]}`));
    return shots.size > classes.length;
  });
}

function protocolOf({ set, rule, seed, across, context }: ContestRequest, plan: Plan): EvaluationProtocol {
  const { base, options } = context;
  return {
    version: VERSION,
    prng: 'xoroshiro128plus',
    seed,
    rule,
    across: across ?? false,
    replicates: plan.replicates.length,
    images: set.labels.length,
    groups: new Set(Array.from(set.labels, (own, row) => `${own} ${set.groups[row]}`)).size,
    classes: set.classes,
    base: base ? 'imagenet' : 'none',
    join: base?.join ?? 'replace',
    offset: base?.offset ?? 0,
    projection: options.projection,
    embeddingHash: hashOf(set),
  };
}

/**
 * SHA-256 of units, lengths, labels and groups, little-endian, one after the other; where classes have several prototypes then
 * a byte for each, 1 for those.
 */
function hashOf({ units, lengths, labels, groups, several }: EvaluatedSet): string {
  const hash = createHash('sha256');
  for (const { buffer, byteOffset, byteLength } of [units, lengths, labels, groups])
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  if (several) hash.update(Uint8Array.from(several, Number));
  return hash.digest('hex');
}
