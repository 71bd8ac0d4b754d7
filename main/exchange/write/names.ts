/**
 * @file Names of folders and files that every system can hold, no two the same where capitals do not count. Pure. Runs
 * in main.
 */
import { safeName } from '../../projects/create';

/** Where images without a label go, as FiftyOne names it. */
export const UNLABELLED = '_unlabeled';

/** Gives each wanted name a free one: 'IMG_1.jpg', 'IMG_1 (2).jpg', … */
export class FreeNames {
  readonly #taken: Set<string>;

  /** @param stems no two may be the same without their endings either */
  constructor(
    taken: readonly string[] = [],
    private readonly stems = false,
  ) {
    this.#taken = new Set(taken.map((name) => this.#key(name)));
  }

  take(wanted: string): string {
    const [, stem, ending] = /^(.*?)(\.[^.]*)?$/s.exec(wanted)!;
    for (let n = 1; ; n++) {
      const name = n === 1 ? wanted : `${stem} (${n})${ending ?? ''}`;
      if (this.#taken.has(this.#key(name))) continue;
      this.#taken.add(this.#key(name));
      return name;
    }
  }

  #key(name: string): string {
    const plain = name.normalize('NFC').toLowerCase();
    return this.stems ? plain.replace(/\.[^.]*$/, '') : plain;
  }
}

/** Class → folder: the class's own name as far as a folder can have it, one level deep. */
export function classFolders(classes: readonly string[]): Map<string, string> {
  const free = new FreeNames([UNLABELLED, 'labels.csv', 'images.csv']);
  return new Map(classes.map((name) => [name, free.take(folderName(name))]));
}

/** Names of folders have no ending, so that a number comes last. */
const folderName = (name: string): string =>
  name.includes('/') ? safeName(name.replace(/\//g, '_')) : safeName(name);
