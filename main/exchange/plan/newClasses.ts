/** @file Classes that the project has not yet, with the next free colour and key. Pure. Runs in main. */
import { freeKeys } from '../../contract/classKeys';
import type { ClassInfo } from '../../contract/model';
import { plainName } from '../../contract/names';
import { newId } from '../../projects/document';

/** Colours of the window's palette. */
const COLOURS = 64;

/** Finds classes by name as a person would, and makes those that are not there. */
export class ClassFinder {
  readonly #known: Map<string, ClassInfo>;
  readonly #all: ClassInfo[];
  readonly #own: number;

  constructor(own: readonly ClassInfo[]) {
    this.#all = [...own];
    this.#own = own.length;
    this.#known = new Map(own.map((info) => [plainName(info.name), info]));
  }

  /** Those that were made, in order. */
  get added(): ClassInfo[] {
    return this.#all.slice(this.#own);
  }

  has(name: string): boolean {
    return this.#known.has(plainName(name));
  }

  /** @param like how the class looks where it comes from; kept as far as it is free here */
  of(name: string, like: Partial<ClassInfo> = {}): ClassInfo {
    const found = this.#known.get(plainName(name));
    if (found) return found;
    const made = newClass(name, this.#all, like);
    this.#all.push(made);
    this.#known.set(plainName(name), made);
    return made;
  }
}

function newClass(name: string, others: readonly ClassInfo[], like: Partial<ClassInfo>): ClassInfo {
  const free = freeKeys(others.map((other) => other.key));
  const key = free.find((one) => one === like.key) ?? free[0] ?? null;
  const colour = freeColour(others, like.colour);
  return { id: newId(), name: name.trim(), colour, key, kind: like.kind ?? 'class' };
}

function freeColour(others: readonly ClassInfo[], wished = 0): number {
  const all = [wished, ...Array.from({ length: COLOURS }, (_, c) => c)];
  return all.find((c) => !others.some((other) => other.colour === c)) ?? others.length % COLOURS;
}
