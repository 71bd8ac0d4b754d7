/**
 * @file What each setting of base and join needs: where classes are imprinted, from what, beside what. Kept from lesson
 * to lesson, since most of it survives. Runs in the engine and in tests.
 */
import type { Lesson } from './lesson';
import { classifierOf, leavingOut, type BackboneConstants, type EmbeddingConstants } from './constants';
import type { EmbeddingMatrix } from './embeddings';
import { append, replace, type Join, type JoinGround } from './join';
import type { GivenClasses } from './given';
import { LessonSupport } from './lessonSupport';
import { UnitSpace, type Space } from './space';

export interface Stage {
  readonly space: Space;
  readonly support: LessonSupport;
  /** Null where own classes stand alone. */
  readonly join: Join | null;
}

/** A stage for any γ, and the base classes that it leaves out. */
interface Made {
  readonly space: Space;
  readonly support: LessonSupport;
  readonly ground: JoinGround | null;
  readonly without: string;
}

type Name = 'none' | Lesson['settings']['join'];

export class Stages {
  /** Shared by own classes alone and by the join `replace`. */
  readonly #units: { space: UnitSpace; support: LessonSupport };
  readonly #made = new Map<Name, Made>();

  constructor(
    private readonly matrix: EmbeddingMatrix,
    private readonly constants: EmbeddingConstants,
    private readonly given: GivenClasses,
  ) {
    const space = new UnitSpace(matrix);
    this.#units = { space, support: new LessonSupport(matrix, space, given) };
  }

  /** Own classes stand alone where the backbone has no classes, whatever is asked. */
  of({ base, join, offset = 0, suppressed = [] }: Lesson['settings']): Stage {
    const classifier = base === 'none' ? null : classifierOf(this.constants);
    const name = classifier ? join : 'none';
    const without = classifier ? suppressed.join() : '';
    const known = this.#made.get(name);
    const { space, support, ground } =
      known?.without === without ? known : this.#make(name, classifier, suppressed);
    return { space, support, join: ground?.at(offset) ?? null };
  }

  /** In place of the one that left other base classes out: each has megabytes of rows. */
  #make(name: Name, classifier: BackboneConstants | null, suppressed: readonly number[]): Made {
    const ground = classifier && this.#ground(name, leavingOut(classifier, suppressed));
    const own = ground === null || name === 'replace' ? this.#units : this.#support(name, ground);
    const made = { ...own, ground, without: classifier ? suppressed.join() : '' };
    this.#made.set(name, made);
    return made;
  }

  #ground(name: Name, left: BackboneConstants): JoinGround {
    return name === 'append' ? append(this.matrix, left) : replace(this.#units.space, this.matrix, left);
  }

  /** What was imprinted stays so whichever base classes it stands beside. */
  #support(name: Name, { space }: JoinGround): { space: Space; support: LessonSupport } {
    return this.#made.get(name) ?? { space, support: new LessonSupport(this.matrix, space, this.given) };
  }
}
