/**
 * @file A fold of a training run: what teaches in it, and what heads that learnt from that say of the images left out. Runs in
 * the engine and in tests.
 */
import { subset, unitOf, type EvaluatedSet } from '../evaluation/evaluatedSet';
import { headScores } from '../evaluation/headScores';
import type { Split } from '../evaluation/splits/split';
import type { Scorer } from '../guessing/scorer';
import type { Head } from '../imprinting/head';
import { argmax } from '../imprinting/vectors';
import type { LabelledSet } from '../training/method';

/** Images of one group of one class that are asked together. */
export interface AskedGroup {
  /** Of the whole set. */
  readonly class: number;
  /** Places among the fold's images. */
  readonly images: readonly number[];
}

export class HeldOutFold {
  /** What teaches; its classes are `split.classes`, renumbered. */
  readonly support: LabelledSet;
  readonly groups: readonly AskedGroup[];
  readonly #units: Float32Array;
  readonly #lengths: Float64Array;

  constructor(
    set: EvaluatedSet,
    private readonly split: Split,
    private readonly scorer: Scorer,
  ) {
    this.support = subset(set, split.support, split.classes);
    this.#units = new Float32Array(split.query.length * set.dimension);
    split.query.forEach((row, i) => this.#units.set(unitOf(set, row), i * set.dimension));
    this.#lengths = Float64Array.from(split.query, (row) => set.lengths[row]!);
    this.groups = groupsOf(set, split.query);
  }

  /** By group, logits [C'] of each of its images; C' counts the classes that teach here. */
  logits(head: Head): Float32Array[][] {
    const scores = headScores(head, this.#units, this.#lengths, this.scorer);
    const { length } = this.split.classes;
    return this.groups.map(({ images }) =>
      images.map((image) => scores.subarray(image * length, (image + 1) * length)),
    );
  }

  /** By group, the share of its images that are named rightly. */
  right(logits: readonly Float32Array[][]): number[] {
    return this.groups.map((group, at) => {
      const own = this.positionOf(group.class);
      const answers = logits[at]!;
      return answers.filter((row) => argmax(row) === own).length / answers.length;
    });
  }

  /** Place of a class of the set among those that teach here. */
  positionOf(own: number): number {
    return this.split.classes.indexOf(own);
  }
}

function groupsOf(set: EvaluatedSet, query: Int32Array): AskedGroup[] {
  const found = new Map<string, { class: number; images: number[] }>();
  query.forEach((row, image) => {
    const [own, group] = [set.labels[row]!, set.groups[row]!];
    const known = found.get(`${own} ${group}`);
    if (known) known.images.push(image);
    else found.set(`${own} ${group}`, { class: own, images: [image] });
  });
  return [...found.values()];
}
