/** @file Weights denoised by a graph network, on frozen features, as a method. Runs in the engine and in tests. */
import { tf, type Tensor2D } from '../../backbone/tensorflow';
import { imprint, prototype, type Prototypes } from '../../imprinting/imprint';
import { cosineHead } from '../../imprinting/joins/assemble';
import { writeNormalised } from '../../imprinting/unit';
import { normalisedMean, type Teacher } from '../graph/episode';
import { learnNetwork, rows, STEP } from '../graph/learn';
import { neighboursOf } from '../graph/neighbours';
import { denoised, variablesOf, type Parameters } from '../graph/network';
import { joined, prototypesOf, requireReplace } from '../joined';
import type { LabelledSet, Method } from '../method';
import { scoped, valuesOf } from '../optimise/scope';
import { noPairs } from '../projection/sentences';
import { remembered } from '../remembered';
import { requireSet } from '../requireSet';
import { scaleOf, supportOf, type SetClass } from '../support';

const NAME = 'The graph network';
const ofOthers = remembered<Parameters>();
const PLAIN = { balanced: false, base: false };

/**
 * [W_base; imprinted], denoised by a graph network: Gidaris, Komodakis, 'Generating Classification Weights with GNN Denoising
 * Autoencoders for Few-Shot Learning' (CVPR 2019). W_base are the other labelled classes, on which it is then trained; without
 * these the backbone's, where there are any, and it is trained on the support.
 */
export const wdae: Method = {
  id: 'wdae',
  async fit(set, context) {
    const { others, base, options } = context;
    requireSet(set, base && others ? 1 : 2);
    if (others) requireSet(others);
    requireReplace(base, NAME);
    const support = supportOf(set);
    const known = others ? teachersOf(others) : [];
    const still = others || !base ? [] : rowsOf(prototypesOf(base.classifier));
    const learn = (teachers: readonly Teacher[]) => learnNetwork(requirePair(teachers), still, context);
    const network = await (others
      ? ofOthers(others, options, () => learn(known))
      : learn(support.map(teacherOf)));
    const imprinted = imprint(
      support.map(({ sums }) => sums),
      PLAIN,
    );
    const better = await improved(network, [...still, ...known.map(({ weight }) => weight)], imprinted);
    const scale = await scaleOf(support, PLAIN, context);
    return joined(cosineHead(better, scale), set, base);
  },
};

/** The imprinted rows as the network leaves them, of length 1 and on the grid. */
function improved(network: Parameters, known: readonly Float32Array[], own: Prototypes): Promise<Prototypes> {
  return scoped((keep) => {
    const variables = variablesOf(network, keep);
    const moved = keep(
      tf.tidy((): Tensor2D => {
        const weights = rows([...known, ...rowsOf(own)]);
        const all = denoised(variables, weights, neighboursOf(weights), STEP);
        return all.slice([known.length, 0]);
      }),
    );
    const values = valuesOf(moved);
    const unit = new Float32Array(values.length);
    for (let at = 0; at < unit.length; at += own.dimension)
      writeNormalised(values.subarray(at, at + own.dimension), unit.subarray(at, at + own.dimension));
    return Promise.resolve({ ...own, rows: unit });
  });
}

const rowsOf = (some: Prototypes): Float32Array[] =>
  Array.from({ length: some.rows.length / some.dimension }, (_, r) => prototype(some, r));

const teachersOf = (set: LabelledSet): Teacher[] => supportOf(set).map(teacherOf);

function teacherOf({ sums }: SetClass): Teacher {
  const shots = sums.groupNames().map((name) => Float32Array.from(sums.shot(name)));
  return { shots, weight: normalisedMean(shots) };
}

function requirePair(teachers: readonly Teacher[]): readonly Teacher[] {
  if (!teachers.some(({ shots }) => shots.length > 1)) throw noPairs(NAME);
  return teachers;
}
