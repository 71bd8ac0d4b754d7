/**
 * @file The support set of the open project, kept in step with lessons. Runs in the engine and in tests. Only what a new
 * lesson changed is added to or taken from the sums; since they are exact, the outcome is that of starting anew.
 */
import type { SupportClass } from '../imprinting/folds';
import { mixtureOf, type Mixture } from '../imprinting/mixture';
import { ClassSums, type GivenSums } from '../imprinting/sums';
import { GivenClasses } from './given';
import type { Lesson } from './lesson';
import type { EmbeddingMatrix } from './embeddings';
import type { Space } from './space';

type Sample = Lesson['samples'][number];

/** A labelled image of a class. */
export interface Member {
  readonly row: number;
  /** [D] what it was imprinted from. */
  readonly unit: Float32Array;
  readonly bulk: boolean;
}

/** A class that has at least one image with an embedding, or sums of others. */
export interface TaughtClass extends SupportClass {
  readonly background: boolean;
  /** Its place in the lesson's classes. */
  readonly position: number;
  /** Labelled images with an embedding; those that came as sums are not among them. */
  readonly images: number;
  /** They by group, in the order of their rows, those accepted in bulk included. */
  readonly members: ReadonlyMap<string, readonly Member[]>;
}

/** A sample as it is in the sums. */
interface Applied {
  readonly class: string;
  readonly group: string;
  /** Of its row when it was added. */
  readonly version: number;
  /** The vector that was added: what can be taken out again when the row has another one by now. */
  readonly unit: Float32Array;
}

export class LessonSupport {
  readonly #sums = new Map<string, ClassSums>();
  readonly #applied = new Map<number, Applied>();
  /** Of classes of several prototypes; gone when their images change. */
  readonly #mixtures = new Map<string, Mixture>();
  /** Which sums are in a class, by their hashes. */
  readonly #given = new Map<string, string>();

  constructor(
    private readonly matrix: EmbeddingMatrix,
    private readonly space: Space,
    private readonly given = new GivenClasses(null),
  ) {}

  /** Rows that teach: labelled and with an embedding. */
  get rows(): number[] {
    return [...this.#applied.keys()];
  }

  /** The classes that can be imprinted after this lesson, in its order; what they were given has been loaded. */
  update(lesson: Lesson): TaughtClass[] {
    const samples = lesson.samples
      .filter(({ index }) => this.matrix.has(index))
      .sort((one, other) => one.index - other.index);
    this.#apply(samples, lesson);
    this.#give(lesson);
    const members = lesson.classes.map((): Sample[] => []);
    for (const sample of samples) members[sample.class]!.push(sample);
    return lesson.classes.flatMap((one, position) => this.#taughtClass(one, position, members[position]!));
  }

  #apply(samples: readonly Sample[], { classes }: Lesson): void {
    const wanted = new Map(samples.map((sample) => [sample.index, sample]));
    for (const [index, applied] of this.#applied) {
      const sample = wanted.get(index);
      const same = sample && classes[sample.class]?.id === applied.class && sample.group === applied.group;
      if (!same || this.matrix.version(index) !== applied.version) this.#remove(index, applied);
    }
    for (const sample of samples) if (!this.#applied.has(sample.index)) this.#add(sample, classes);
  }

  #give({ classes, given = [] }: Lesson): void {
    const wanted = new Map<string, { of: string[]; sums: GivenSums[] }>();
    for (const one of given) {
      const found = this.given.find(one, this.space.name);
      const id = classes[one.class]?.id;
      if (typeof found === 'string' || id === undefined) continue;
      const { of, sums } = wanted.get(id) ?? { of: [], sums: [] };
      wanted.set(id, { of: [...of, one.of], sums: [...sums, found] });
    }
    for (const id of new Set([...this.#given.keys(), ...wanted.keys()])) {
      const { of, sums } = wanted.get(id) ?? { of: [], sums: [] };
      if ((this.#given.get(id) ?? '') !== of.join()) this.#replaceGiven(id, of.join(), sums);
    }
  }

  #replaceGiven(id: string, of: string, given: readonly GivenSums[]): void {
    const sums = this.#sumsOf(id);
    sums.give(given);
    this.#mixtures.delete(id);
    if (given.length > 0) this.#given.set(id, of);
    else this.#given.delete(id);
    if (sums.images === 0) this.#sums.delete(id);
  }

  #sumsOf(id: string): ClassSums {
    const sums = this.#sums.get(id) ?? new ClassSums(this.matrix.dimension);
    this.#sums.set(id, sums);
    return sums;
  }

  #add({ index, class: position, group }: Sample, classes: Lesson['classes']): void {
    const found = classes[position];
    if (!found) throw new RangeError(`row ${index} is labelled with class ${position} of ${classes.length}`);
    const unit = this.space.unit(index);
    this.#sumsOf(found.id).add(group, unit);
    this.#mixtures.delete(found.id);
    this.#applied.set(index, { class: found.id, group, version: this.matrix.version(index), unit });
  }

  #remove(index: number, { class: id, group, unit }: Applied): void {
    const sums = this.#sums.get(id)!;
    sums.remove(group, unit);
    this.#mixtures.delete(id);
    if (sums.images === 0) this.#sums.delete(id);
    this.#applied.delete(index);
  }

  #taughtClass(
    { id, kind, severalLooks }: Lesson['classes'][number],
    position: number,
    samples: readonly Sample[],
  ): TaughtClass[] {
    const sums = this.#sums.get(id);
    if (!sums) return [];
    const [members, scored] = [new Map<string, Member[]>(), new Map<string, Float32Array[]>()];
    for (const { index, group, bulk } of samples) {
      const member = { row: index, unit: this.#applied.get(index)!.unit, bulk };
      const others = members.get(group);
      if (others) others.push(member);
      else members.set(group, [member]);
      if (bulk) continue;
      const units = scored.get(group);
      if (units) units.push(member.unit);
      else scored.set(group, [member.unit]);
    }
    const background = kind === 'background';
    const mixture = hasSeveral({ kind, severalLooks }) ? this.#mixture(id, sums) : null;
    return [{ sums, mixture, background, scored, position, images: samples.length, members }];
  }

  /** Null where one prototype is enough. */
  #mixture(id: string, sums: ClassSums): Mixture | null {
    const mixture = this.#mixtures.get(id) ?? mixtureOf(sums);
    if (mixture) this.#mixtures.set(id, mixture);
    return mixture;
  }
}

/** What is known of a class's looks; one unless told. */
export interface Looks {
  readonly kind?: Lesson['classes'][number]['kind'] | undefined;
  readonly severalLooks?: boolean | undefined;
}

/** Whether a class has several prototypes once it has groups enough (METHODS 1c). */
export function hasSeveral({ kind, severalLooks = false }: Looks): boolean {
  return kind === 'background' || severalLooks;
}

/** The members of a group that its held-out cosines are of, in their order. */
export function scoredMembers(members: readonly Member[]): readonly Member[] {
  return members.filter(({ bulk }) => !bulk);
}
