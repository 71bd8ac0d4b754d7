/**
 * @file Finds the project's image that a name in a file means: by its whole path, by its path below a folder, by the
 * end of its path, or by its file name where only one has it. Pure. Runs in main.
 */

export interface KnownImage {
  /** Item id. */
  id: string;
  /** Below its folder, '/' separated. */
  path: string;
  /** As the system writes it. */
  absolute: string;
}

export type Match =
  /** name: folders disagree, but no other image is named so */
  | { id: string; how: 'path' | 'name' }
  /** Which of several is meant cannot be told. */
  | { several: number }
  | null;

/** One spelling for all: '/' between steps, no './' before, letters composed. */
export function plainPath(text: string): string {
  const slashed = text
    .trim()
    .replace(/^file:\/\/(?=\/)/, '')
    .replace(/\\/g, '/');
  return slashed
    .replace(/^(?:\.\/)+/, '')
    .replace(/\/{2,}/g, '/')
    .normalize('NFC');
}

const withoutEnding = (path: string): string => path.replace(/\.[^./]+$/, '');
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const stepsOf = (path: string): string[] => path.split('/').filter((step) => step !== '');

interface Candidate {
  id: string;
  /** Of its whole path. */
  steps: string[];
  /** Steps below its folder. */
  depth: number;
}

/** Images between two points at which main may do something else. */
const STRETCH = 500;

export class ImagePaths {
  readonly #byAbsolute = new Map<string, string>();
  readonly #byPath = new Map<string, string[]>();
  readonly #byName = new Map<string, Candidate[]>();
  /** The same by names in small letters, for sources from systems that do not tell them apart. */
  readonly #bySmallName = new Map<string, Candidate[]>();

  private constructor(private readonly stem: boolean) {}

  /**
   * @param stem names are without their endings
   * @yields now and then
   */
  static *of(images: readonly KnownImage[], stem = false): Generator<number, ImagePaths> {
    const paths = new ImagePaths(stem);
    for (const [i, image] of images.entries()) {
      paths.#add(image);
      if (i % STRETCH === 0) yield 0;
    }
    return paths;
  }

  /** @param near folder of the file that names them, in which a relative name may lie */
  find(names: readonly string[], near: string | null = null): Match {
    let open: Match = null;
    for (const name of names) {
      const match = this.#one(plainPath(name), near);
      if (match && 'id' in match) return match;
      open ??= match;
    }
    return open;
  }

  #add(image: KnownImage): void {
    const shorten = (path: string): string => (this.stem ? withoutEnding(plainPath(path)) : plainPath(path));
    const absolute = shorten(image.absolute);
    const path = shorten(image.path);
    const candidate = { id: image.id, steps: stepsOf(absolute), depth: stepsOf(path).length };
    this.#byAbsolute.set(absolute, image.id);
    push(this.#byPath, path, image.id);
    push(this.#byName, nameOf(path), candidate);
    push(this.#bySmallName, nameOf(path).toLowerCase(), candidate);
  }

  #one(path: string, near: string | null): Match {
    const beside = near === null ? undefined : this.#byAbsolute.get(plainPath(`${near}/${path}`));
    const whole = this.#byAbsolute.get(path) ?? beside;
    if (whole !== undefined) return { id: whole, how: 'path' };
    const below = this.#byPath.get(path) ?? [];
    if (below.length === 1) return { id: below[0]!, how: 'path' };
    const name = nameOf(path);
    const candidates = this.#byName.get(name) ?? this.#bySmallName.get(name.toLowerCase()) ?? [];
    return byEnd(stepsOf(path), candidates);
  }
}

/** Of the images of that name, the one whose path ends like the name, or whose end the name's end is. */
function byEnd(steps: readonly string[], candidates: readonly Candidate[]): Match {
  if (candidates.length === 0) return null;
  const scored = candidates.map((candidate) => ({ candidate, common: commonEnd(steps, candidate.steps) }));
  const most = Math.max(...scored.map(({ common }) => common));
  const best = scored.filter(({ common }) => common === most);
  if (best.length > 1) return { several: best.length };
  const { candidate } = best[0]!;
  // Either the whole name is the end of the image's path, or the path below its folder is the name's end.
  const agrees = most >= Math.min(steps.length, candidate.depth);
  return { id: candidate.id, how: agrees ? 'path' : 'name' };
}

/** How many last steps are the same, capitals aside. */
function commonEnd(one: readonly string[], other: readonly string[]): number {
  let n = 0;
  while (n < one.length && n < other.length && same(one.at(-1 - n)!, other.at(-1 - n)!)) n++;
  return Math.max(n, 1);
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
