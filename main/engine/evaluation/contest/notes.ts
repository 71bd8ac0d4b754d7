/** @file What is odd about the images of a set, and how its classes are taught, as sentences. Pure: runs in the engine and in tests. */
import type { SplitRule } from '../../../contract/evaluation';
import { prototypesFor, TURNS } from '../../imprinting/mixture';
import type { Method } from '../../training/method';
import { unitOf, type EvaluatedSet } from '../evaluatedSet';
import { shotsOf } from '../splits/split';
import { told } from '../../../../strings/words';

/** Images with the same embedding to the bit: the same picture, as far as any method can tell. */
export function notesOn(set: EvaluatedSet): string[] {
  const same = [...copies(set).values()].filter(({ length }) => length > 1);
  const apart = (rows: readonly number[], of: Int32Array): boolean =>
    rows.some((row) => of[row] !== of[rows[0]!]);
  const contradicting = same.filter((rows) => apart(rows, set.labels));
  const scattered = same.filter((rows) => !apart(rows, set.labels) && apart(rows, set.groups));
  return [
    ...(contradicting.length > 0 ? [told().contests.contradictions(contradicting.flat().length)] : []),
    ...(scattered.length > 0 ? [told().contests.flattering(scattered.flat().length)] : []),
  ];
}

interface Prototypes {
  readonly set: EvaluatedSet;
  /** [C] */
  readonly names: readonly string[];
  readonly methods: readonly Pick<Method, 'id'>[];
  readonly rule: SplitRule;
}

/** Which classes have several prototypes, and that other methods than imprinting do not know it. */
export function notesOnPrototypes({ set, names, methods, rule }: Prototypes): string[] {
  const shots = shotsOf(set);
  const several = shots.filter((own, c) => set.several?.[c] && prototypesFor(own.length) > 1);
  if (several.length === 0) return [];
  // See METHODS 5.
  const anew = rule.kind === 'leave-one-out' && several.some(({ length }) => length > TURNS);
  const which = several.map((own) => names[own[0]!.class]!);
  const others = methods.some(({ id }) => id !== 'imprinting' && id !== 'balanced');
  return [told().contests.severalPrototypes(which, others, anew)];
}

function copies(set: EvaluatedSet): Map<string, number[]> {
  const found = new Map<string, number[]>();
  set.labels.forEach((_, row) => {
    const u = unitOf(set, row);
    const key = Buffer.from(u.buffer, u.byteOffset, u.byteLength).toString('latin1');
    const rows = found.get(key);
    if (rows) rows.push(row);
    else found.set(key, [row]);
  });
  return found;
}
