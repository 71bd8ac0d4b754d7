/**
 * @file How own classes stand beside the backbone's: both over γ, and which base class takes images of which own one. Runs in the
 * engine and in tests. Source: METHODS 2.
 *
 * Own images are asked in the folds of leave-one-out, so that none is held against a prototype that it is part of. γ moves all own
 * logits alike: from each image's lead at γ = 0 follows at once what it would be called at any other.
 */
import type { Collision, JoinReport, NearBase, OffsetCurve } from '../../contract/areas/training';
import type { Figure } from '../../contract/evaluation';
import { wilson } from '../evaluation/intervals';
import type { EmbeddingMatrix } from '../guessing/embeddings';
import type { Shown } from '../guessing/guesser';
import type { Join } from '../guessing/join';
import { scoredMembers } from '../guessing/lessonSupport';
import type { Taught } from '../guessing/taught';
import { prototype } from '../imprinting/imprint';
import { argmax, dot } from '../imprinting/vectors';
import { prototypesOf } from '../training/joined';
import { teachingOf } from './teaching';
import { told } from '../../../strings/words';

/** Of images of base classes, measured beside what was taught then. */
export interface BaseLeads {
  /** See `teachingOf`: another γ leaves them as they are. */
  readonly teaching: string;
  readonly images: number;
  /** Of those whose best base class is the right one: logit of it less the best own logit at γ = 0. */
  readonly leads: readonly number[];
}

/** An own image that was held out. */
interface Asked {
  readonly class: number;
  /** Place of the best base class. */
  readonly base: number;
  /** Whether the best own class is the right one. */
  readonly right: boolean;
  /** Best own logit at γ = 0 less that of the best base class. */
  readonly lead: number;
  /** Of its group's images it is one of so many. */
  readonly of: number;
}

const STEP = 0.25;
const FURTHEST = 10;
const NEAR = 3;

/** Null while guesses are among own classes alone, or nothing is taught. */
export function joinReport(
  { stage, taught, lesson }: Shown,
  matrix: EmbeddingMatrix,
  base: BaseLeads | null,
): JoinReport | null {
  const { join } = stage;
  if (!join || !taught) return null;
  const asked = askedOf(taught, join, matrix, lesson.settings.join === 'replace');
  const { suppressed = [] } = lesson.settings;
  const { whole } = join.classifier.part ?? { whole: join.classifier };
  const labels = (whole as typeof join.classifier).labels;
  return {
    revision: lesson.revision,
    curve: curveOf(asked, join.offset, base?.teaching === teachingOf(lesson) ? base : null),
    collisions: taught.classes.map((_, c) => collisionOf(c, taught, join, asked)),
    suppressed: suppressed.map((index) => ({ index, label: labels[index] ?? `class ${index}` })),
  };
}

function askedOf(taught: Taught, join: Join, matrix: EmbeddingMatrix, cosines: boolean): Asked[] {
  const { mean } = join.classifier;
  const unit = cosines ? taught.headScale : 1;
  const lengthOf = (row: number): number =>
    Math.sqrt(matrix.raw(row).reduce((sum, value, i) => sum + (value - mean[i]!) ** 2, 0));
  return taught.heldOut.flatMap((held) => {
    const members = scoredMembers(taught.classes[held.class]!.members.get(held.group) ?? []);
    return held.cosines.flatMap((own, i): Asked[] => {
      const row = members[i]?.row;
      const base = row === undefined ? -1 : join.base.class(row);
      if (row === undefined || base < 0) return [];
      const best = argmax(own);
      const novel = join.novelScore(own[best]!, cosines ? undefined : lengthOf(row), taught.headScale);
      const lead = (novel - join.base.score(row)) * unit - join.offset;
      return [{ class: held.class, base, right: best === held.class, lead, of: held.cosines.length }];
    });
  });
}

function curveOf(asked: readonly Asked[], offset: number, base: BaseLeads | null): OffsetCurve {
  const groups = Math.round(asked.reduce((sum, { of }) => sum + 1 / of, 0));
  const novelAt = (at: number): number | null => {
    const right = asked.filter((one) => one.right && one.lead + at >= 0);
    return groups === 0 ? null : right.reduce((sum, { of }) => sum + 1 / of, 0) / groups;
  };
  const baseAt = (at: number): number | null =>
    base && base.images > 0 ? base.leads.filter((lead) => lead > at).length / base.images : null;
  const points = Array.from({ length: (2 * FURTHEST) / STEP + 1 }, (_, i) => {
    const at = i * STEP - FURTHEST;
    const [novel, kept] = [novelAt(at), baseAt(at)];
    return { offset: at, novel, base: kept, harmonicMean: harmonic(novel, kept) };
  });
  return {
    points,
    novel: figure(novelAt(offset), asked.length, groups, told().engine.noSecondGroup),
    base: figure(baseAt(offset), base?.images ?? 0, base?.images ?? 0, told().engine.baseNotMeasured),
  };
}

const figure = (value: number | null, n: number, groups: number, why: string): Figure => ({
  ...{ value, n, groups },
  interval: value === null || groups === 0 ? null : wilson(value, groups),
  why: value === null ? why : null,
});

function harmonic(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return null;
  return one + other === 0 ? 0 : (2 * one * other) / (one + other);
}

function collisionOf(c: number, taught: Taught, join: Join, all: readonly Asked[]): Collision {
  const { lesson, classes } = taught;
  const { position } = classes[c]!;
  const asked = all.filter((one) => one.class === c);
  const taken = asked.filter(({ lead }) => lead + join.offset < 0);
  const wins = (k: number): number => taken.filter(({ base }) => base === k).length;
  const likeness = lesson.settings.join === 'replace' ? likenessOf(c, taught, join) : null;
  const { labels, part } = join.classifier;
  const near = Array.from(labels, (label, k): NearBase => {
    return { index: part?.indices[k] ?? k, label, cosine: likeness?.[k] ?? null, wins: wins(k) };
  });
  near.sort((a, b) => b.wins - a.wins || (b.cosine ?? 0) - (a.cosine ?? 0));
  const shown = likeness ? near : near.filter((one) => one.wins > 0);
  return { class: lesson.classes[position]!.id, asked: asked.length, near: shown.slice(0, NEAR) };
}

/** [K] cosines of a class's nearest prototype to the base prototypes. */
function likenessOf(c: number, { prototypes }: Taught, join: Join): Float64Array {
  const base = prototypesOf(join.classifier);
  const counts = prototypes.counts ?? Array.from({ length: prototypes.classes }, () => 1);
  const first = counts.slice(0, c).reduce((a, b) => a + b, 0);
  const rows = Array.from({ length: counts[c]! }, (_, i) => prototype(prototypes, first + i));
  return Float64Array.from({ length: base.classes }, (_, k) =>
    Math.max(...rows.map((row) => dot(row, prototype(base, k)))),
  );
}
