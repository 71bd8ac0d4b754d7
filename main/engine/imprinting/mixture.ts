/**
 * @file A class of several prototypes, which a background is, and any class may be, as several classes in one: its groups,
 * parted by likeness, each part with a prototype of its own. Pure: runs in the engine and in tests. Source: METHODS 1c; several
 * prototypes of a class, its score that of the nearest: Allen, Shelhamer, Shin, Tenenbaum, 'Infinite Mixture Prototypes for Few-Shot Learning' (ICML 2019).
 *
 * [Note: parts without a held-out group]
 * A group that is held out must have no say in the parts either, or they would have been made around it. Clustering anew for
 * each of hundreds would take seconds. So groups are dealt out to ten turns by the order of their names, and for
 * each turn centres are found among the groups of the other nine. All groups but the one held out, those of its turn
 * included, are then given to the nearest centre, and parts are what comes together. Nothing of that
 * depends on the group held out (a test changes it and compares bytes), no other group is missing, and up to ten groups it is
 * clustering anew.
 */
import { centresOf, nearest } from './clusters';
import { squareOf } from './groups';
import type { ClassStatistics, ClassSums } from './sums';
import { writeNormalised } from './unit';
import type { Vector } from './vectors';

/** Turns that groups are dealt out to; those of `bulkFolds` are the same. */
export const TURNS = 10;
const MOST_PROTOTYPES = 8;
const GROUPS_PER_PROTOTYPE = 2;
/** Below this many groups there is one prototype, as for any class. */
const LEAST_GROUPS = 4;

/** How many prototypes such a class of so many groups has. Measured: docs/methods.md, 1c. */
export function prototypesFor(groups: number): number {
  if (groups < LEAST_GROUPS) return 1;
  return Math.min(MOST_PROTOTYPES, Math.floor(groups / GROUPS_PER_PROTOTYPE));
}

/** Prototypes that are found among so many groups, beside so many parts that were given. */
function foundAmong(groups: number, given: number): number {
  if (given === 0) return prototypesFor(groups);
  return groups < LEAST_GROUPS ? 0 : Math.max(0, Math.min(prototypesFor(groups), MOST_PROTOTYPES - given));
}

/** Null where one prototype is enough. */
export function mixtureOf(sums: ClassSums): Mixture | null {
  const given = sums.givenParts.length;
  return foundAmong(sums.shots - sums.given, given) + given < 2 ? null : new Mixture(sums);
}

/** A group as it was when the mixture was made. */
interface Shot {
  readonly shot: Vector;
  /** The same rounded, for likeness only. */
  readonly rounded: Float32Array;
}

interface Part {
  shots: number;
  /** [D] */
  sum: Float64Array;
  squares: number;
  /** Shots that came as sums. */
  given?: number;
}

/** All groups by the centre they are nearest to. */
interface Parting {
  readonly partOf: ReadonlyMap<string, number>;
  readonly parts: ReadonlyMap<number, Part>;
}

export class Mixture {
  /** By name, in the order of names. */
  readonly #shots: ReadonlyMap<string, Shot>;
  /** What came as sums: each is a part already, which groups nearest to it join. */
  readonly #given: readonly ClassStatistics[];
  readonly #givenCentres: readonly Float32Array[];
  readonly #turns = new Map<number, Parting>();
  /** The class with its parts, as it teaches. */
  readonly all: ClassStatistics;

  /** @param sums of four groups or more, or given in several parts; what becomes of them later is not noticed */
  constructor(sums: ClassSums) {
    this.#shots = new Map(sums.groupNames().map((name) => [name, shotOf(sums.shot(name))]));
    this.#given = sums.givenParts;
    this.#givenCentres = this.#given.map(centreOf);
    const { shots, squares, given } = sums;
    const { parts } = this.#part([...this.#shots.values()], foundAmong(this.#shots.size, this.#given.length));
    this.all = { shots, sum: sums.sum.slice(), squares, given, parts: [...parts.values()] };
  }

  /**
   * Statistics without some groups, all of one turn, none of which has a say in the parts. See [Note: parts without a
   * held-out group].
   * @param rest of the class without them
   */
  without(groups: readonly string[], rest: ClassStatistics): ClassStatistics {
    const count = foundAmong(this.#shots.size - 1, this.#given.length);
    if (count + this.#given.length === 1) return rest;
    const { partOf, parts } = this.#turn(groups[0]!, count);
    const left = new Map(parts);
    for (const name of groups) {
      const at = partOf.get(name)!;
      left.set(at, lessened(left.get(at)!, this.#shots.get(name)!.shot));
    }
    return { ...rest, parts: [...left.values()].filter((part) => part.shots > 0) };
  }

  #turn(group: string, count: number): Parting {
    const names = [...this.#shots.keys()];
    const turns = Math.min(TURNS, names.length);
    const turn = names.indexOf(group) % turns;
    const known = this.#turns.get(turn);
    if (known) return known;
    const others = names.filter((_, place) => place % turns !== turn).map((name) => this.#shots.get(name)!);
    const found = this.#part(others, count);
    this.#turns.set(turn, found);
    return found;
  }

  /** Finds centres among some groups and gives all of them to the nearest. */
  #part(among: readonly Shot[], count: number): Parting {
    const vectors = among.map(({ rounded }) => rounded);
    const centres = [...this.#givenCentres, ...(count > 0 ? centresOf(vectors, count) : [])];
    const [partOf, parts] = [new Map<string, number>(), new Map(this.#given.map(givenPart).entries())];
    for (const [name, { shot, rounded }] of this.#shots) {
      const at = nearest(centres, rounded);
      const part = parts.get(at) ?? { shots: 0, sum: new Float64Array(shot.length), squares: 0 };
      parts.set(at, part);
      partOf.set(name, at);
      for (let i = 0; i < shot.length; i++) part.sum[i] = part.sum[i]! + shot[i]!;
      part.shots += 1;
      part.squares += squareOf(shot);
    }
    return { partOf, parts };
  }
}

const shotOf = (shot: Vector): Shot => ({
  shot,
  rounded: shot instanceof Float32Array ? shot : Float32Array.from(shot),
});

const givenPart = ({ shots, sum, squares }: ClassStatistics): Part => ({
  ...{ shots, sum: sum.slice(), squares, given: shots },
});

function centreOf({ sum }: ClassStatistics): Float32Array {
  const centre = new Float32Array(sum.length);
  writeNormalised(sum, centre);
  return centre;
}

/** To the bit what it would be had the group never been in it. */
function lessened({ shots, sum, squares, given }: Part, shot: Vector): Part {
  const rest = sum.map((value, i) => value - shot[i]!);
  return { shots: shots - 1, sum: rest, squares: squares - squareOf(shot), ...(given && { given }) };
}
