/**
 * @file What classes of a lesson have besides their images: sums, each a file of the project that is named for its content. Read once
 * and kept. Sums that were made with another backbone, or of images seen in another way, do not count, and say so. Runs in the engine
 * and in tests.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe } from '../../contract/errors';
import {
  CLASS_FILE_SUFFIX,
  decodeClassFile,
  givenSums,
  type ClassFile,
  type SumsName,
} from '../../classFiles/format';
import { mismatch, type SumSpace } from '../../classFiles/space';
import type { GivenSums } from '../imprinting/sums';
import type { Lesson } from './lesson';
import { told } from '../../../strings/words';

export interface GivenPlace {
  /** Folder of the project's given sums. */
  folder: string;
  /** In which the open project is seen. */
  space: SumSpace;
}

type LessonGiven = NonNullable<Lesson['given']>[number];

export class GivenClasses {
  readonly #files = new Map<string, ClassFile>();
  /** Of files that could not be read; they are looked for again. */
  #troubles = new Map<string, string>();

  /** @param place null: nothing is given */
  constructor(private readonly place: GivenPlace | null) {}

  /** Reads what a lesson names and is not known yet. */
  async load({ given = [] }: Lesson): Promise<void> {
    const wanted = [...new Set(given.map(({ of }) => of))].filter((of) => !this.#files.has(of));
    if (wanted.length === 0) return;
    this.#troubles = new Map();
    await Promise.all(wanted.map((of) => this.#read(of)));
  }

  /** What counts in a space, of a lesson that was loaded; a sentence where it does not. */
  find({ of, images }: LessonGiven, name: SumsName): GivenSums | string {
    const file = this.#files.get(of);
    const [one] = file?.classes ?? [];
    if (!this.place || !file || !one) return this.#troubles.get(of) ?? told().engine.sumsGone;
    if (one.images !== images) return told().engine.sumsDamaged;
    return mismatch(file.space, this.place.space) ?? givenSums(one, name) ?? told().engine.sumsNotAppended;
  }

  async #read(of: string): Promise<void> {
    if (!this.place) return;
    const name = of + CLASS_FILE_SUFFIX;
    const bytes = await readFile(path.join(this.place.folder, name)).catch(() => null);
    if (!bytes) return;
    if (createHash('sha256').update(bytes).digest('hex') !== of) {
      this.#troubles.set(of, told().engine.sumsDamaged);
      return;
    }
    try {
      this.#files.set(of, decodeClassFile(bytes, name));
    } catch (error) {
      this.#troubles.set(of, describe(error));
    }
  }
}
