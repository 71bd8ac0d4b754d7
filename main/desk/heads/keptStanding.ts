/** @file Which head the project keeps, and whether guesses may come from it. Runs in main. */
import type { HeadStanding, KeptHead } from '../../contract/areas/training';
import type { HeadChoice } from '../../contract/model';
import type { Lesson, LessonHead } from '../../engine/guessing/lesson';
import type { HeadFiles } from './headFiles';
import { nowOf, type NowParts } from './now';
import { groupsOf, learntKey, type HeadRecord } from './record';
import { standingOf, type Standing } from './standing';
import { told } from '../../../strings/words';

export class KeptStanding {
  /** Of the head that is kept; null while its file has not been looked for. */
  #known: { of: string; record: HeadRecord | null } | null = null;
  #standing: Standing | null = null;
  /** The head whose file is being looked for. */
  #looking: string | null = null;
  /** Why the engine did not use the head that it was named. */
  #trouble: string | null = null;

  /** @param found the file of a head was found, or was not */
  constructor(
    private readonly files: HeadFiles,
    private readonly found: () => void,
  ) {}

  get shown(): HeadStanding {
    if (!this.#known) return this.#standing ? { kind: 'waiting', head: null } : { kind: 'imprinting' };
    const { record } = this.#known;
    if (!record) return { kind: 'out of use', head: null, why: told().heads.filesGone };
    const head = keptHead(record);
    const standing = this.#standing ?? WAITING;
    if (standing.kind === 'stale') return { kind: 'out of use', head, why: standing.why };
    if (standing.kind === 'waiting') return { kind: 'waiting', head };
    if (this.#trouble !== null) return { kind: 'out of use', head, why: this.#trouble };
    const { unknown, newClasses } = standing;
    return { kind: 'kept', head, unknown, newClasses };
  }

  /**
   * Holds what the head learnt from against what is labelled now.
   * @returns the head for this lesson, which the engine tries to use; null for imprinting
   */
  look(choice: HeadChoice | null, lesson: Lesson, now: NowParts): LessonHead | null {
    if (!choice) {
      this.#known = this.#standing = this.#trouble = this.#looking = null;
      return null;
    }
    if (this.#known?.of !== choice.of) {
      this.#known = this.#trouble = null;
      this.#standing = WAITING;
      if (this.#looking !== choice.of) void this.#find(choice.of);
      return null;
    }
    const { record } = this.#known;
    this.#standing = record ? standingOf(record, nowOf(lesson, now)) : WAITING;
    return record && this.#standing.kind === 'usable' ? this.#lessonHead(choice.of, record) : null;
  }

  /** Keys of the images that the kept head learnt from (`learntKey`); none while there is none. */
  get learnt(): ReadonlySet<string> {
    const { classes, samples } = this.#known?.record ?? { classes: [], samples: [] };
    return new Set(samples.map(([content, own]) => learntKey(content, classes[own]!)));
  }

  /** @param trouble null: guesses come from it, or none was named */
  answered(trouble: string | null): void {
    this.#trouble = trouble;
  }

  async #find(of: string): Promise<void> {
    this.#looking = of;
    const record = await this.files.record(of);
    if (this.#looking !== of) return;
    this.#known = { of, record };
    this.found();
  }

  #lessonHead(of: string, record: HeadRecord): LessonHead {
    const { request, classes, calibration, comparison, perClass, rejection } = record;
    return {
      ...{ of, file: this.files.weights(of), method: request.method, classes },
      calibrated: calibration.temperature !== null,
      rejection: rejection ?? null,
      estimate: { share: comparison.after.value, perClass, figure: comparison.after },
    };
  }
}

const WAITING: Standing = { kind: 'waiting' };

function keptHead({ request, at, classes, samples, comparison, calibration }: HeadRecord): KeptHead {
  return {
    ...{ request, at, images: samples.length, groups: groupsOf({ samples }), classes: classes.length },
    ...{ comparison, calibration },
  };
}
