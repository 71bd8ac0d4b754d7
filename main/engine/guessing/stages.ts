/**
 * @file What each setting of base and join needs: where classes are imprinted, from what, beside what. Kept from lesson
 * to lesson, since most of it survives. Runs in the engine and in tests.
 */
import type { Lesson } from './lesson';
import type { BackboneConstants } from './constants';
import type { EmbeddingMatrix } from './embeddings';
import { append, replace, type Join } from './join';
import { LessonSupport } from './lessonSupport';
import { UnitSpace, type Space } from './space';

export interface Stage {
  readonly space: Space;
  readonly support: LessonSupport;
  /** Null where own classes stand alone. */
  readonly join: Join | null;
}

export class Stages {
  /** Shared by own classes alone and by the join `replace`. */
  readonly #units: { space: UnitSpace; support: LessonSupport };
  readonly #made = new Map<string, Stage>();

  constructor(
    private readonly matrix: EmbeddingMatrix,
    private readonly constants: BackboneConstants,
  ) {
    const space = new UnitSpace(matrix);
    this.#units = { space, support: new LessonSupport(matrix, space) };
  }

  of({ base, join }: Lesson['settings']): Stage {
    const name = base === 'none' ? 'none' : join;
    const stage = this.#made.get(name) ?? this.#make(name);
    this.#made.set(name, stage);
    return stage;
  }

  #make(name: 'none' | Lesson['settings']['join']): Stage {
    const { matrix, constants } = this;
    if (name === 'none') return { ...this.#units, join: null };
    if (name === 'replace') return { ...this.#units, join: replace(this.#units.space, matrix, constants) };
    const join = append(matrix, constants);
    return { space: join.space, support: new LessonSupport(matrix, join.space), join };
  }
}
