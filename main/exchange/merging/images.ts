/**
 * @file Which image of the open project an image of another project is: by its content where both know it, else by its
 * path below the folder. The folders may lie anywhere, and one may be a folder within the other. Pure. Runs in main.
 */
import type { MergeUnmatchedReason } from '../../contract/merging';
import type { ImageFolder } from '../../contract/model';
import { plainPath } from '../plan/imagePaths';
import type { ImageOf } from './parts';

export type ImageMatch = { image: ImageOf; by: 'content' | 'path' } | { reason: MergeUnmatchedReason };

type Folders = readonly Pick<ImageFolder, 'id' | 'path'>[];

/** So many steps of a folder's own path are tried before or behind a path below it. */
const STEPS = 6;

/** Images between two points at which main may do something else. */
const STRETCH = 1000;

/**
 * Finds all of the other project's images; none of this project's is found twice. Where several of the others have one
 * content, whoever has the same path is that image.
 * @yields now and then, since 50,000 take a while
 */
export function* matchImages(
  mine: { images: readonly ImageOf[]; folders: Folders },
  theirs: { images: readonly ImageOf[]; folders: Folders },
): Generator<void, Map<string, ImageMatch>> {
  const matcher = new ImageMatcher(mine.folders, theirs.folders);
  for (const [i, image] of mine.images.entries()) {
    matcher.add(image);
    if (i % STRETCH === 0) yield;
  }
  const owners = new Map<string, ImageOf>();
  const found = new Map<string, ImageMatch>();
  for (const [i, other] of theirs.images.entries()) {
    const match = matcher.match(other);
    found.set(other.id, match);
    if (i % STRETCH === 0) yield;
    if (!('image' in match)) continue;
    const { id } = match.image;
    const owner = owners.get(id);
    if (owner === undefined) owners.set(id, other);
    else if (!hasPath(other, match.image)) found.set(other.id, TWICE);
    else {
      found.set(owner.id, TWICE);
      owners.set(id, other);
    }
  }
  return found;
}

const TWICE: ImageMatch = { reason: 'twice' };

const hasPath = (one: ImageOf, other: ImageOf): boolean => plainPath(one.path) === plainPath(other.path);

class ImageMatcher {
  readonly #byHash = new Map<string, ImageOf[]>();
  readonly #byPath = new Map<string, ImageOf[]>();
  readonly #folders: Map<string, string[]>;
  readonly #others: Map<string, string[]>;

  constructor(folders: Folders, others: Folders) {
    this.#folders = stepsOf(folders);
    this.#others = stepsOf(others);
  }

  add(image: ImageOf): void {
    push(this.#byPath, plainPath(image.path), image);
    if (image.hash !== null) push(this.#byHash, image.hash, image);
  }

  match(other: ImageOf): ImageMatch {
    const same = other.hash === null ? undefined : this.#byHash.get(other.hash);
    if (same?.length === 1) return { image: same[0]!, by: 'content' };
    const placed = this.#atPath(other);
    if (same) {
      const agreed = placed.filter((image) => image.hash === other.hash);
      return agreed.length === 1 ? { image: agreed[0]!, by: 'content' } : { reason: 'several' };
    }
    const possible = placed.filter(({ hash }) => hash === null || other.hash === null);
    if (possible.length === 1) return { image: possible[0]!, by: 'path' };
    if (possible.length > 1) return { reason: 'several' };
    return { reason: placed.length > 0 ? 'content' : 'missing' };
  }

  /** Images at this path: of folders of the same name where there are such, else of any. */
  #atPath(other: ImageOf): ImageOf[] {
    const path = plainPath(other.path);
    const below = this.#byPath.get(path);
    if (below) {
      const name = this.#others.get(other.folder)?.at(-1);
      const named = below.filter(({ folder }) => this.#folders.get(folder)?.at(-1) === name);
      return named.length > 0 ? named : below;
    }
    return this.#inAbove(other, path) ?? this.#inBelow(path) ?? [];
  }

  /** This project opened a folder above theirs. */
  #inAbove(other: ImageOf, path: string): ImageOf[] | undefined {
    const steps = this.#others.get(other.folder) ?? [];
    for (let n = 1; n <= Math.min(STEPS, steps.length); n++) {
      const found = this.#byPath.get(`${steps.slice(-n).join('/')}/${path}`);
      if (found) return found;
    }
    return undefined;
  }

  /** This project opened a folder within theirs. */
  #inBelow(path: string): ImageOf[] | undefined {
    const steps = path.split('/');
    for (let n = 1; n <= Math.min(STEPS, steps.length - 1); n++) {
      const above = steps.slice(0, n);
      const found = this.#byPath.get(steps.slice(n).join('/'))?.filter(({ folder }) => {
        const end = this.#folders.get(folder)?.slice(-n) ?? [];
        return end.length === n && end.every((step, i) => step === above[i]);
      });
      if (found && found.length > 0) return found;
    }
    return undefined;
  }
}

function stepsOf(folders: Folders): Map<string, string[]> {
  return new Map(
    folders.map(({ id, path }) => [
      id,
      plainPath(path)
        .split('/')
        .filter((step) => step !== ''),
    ]),
  );
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
