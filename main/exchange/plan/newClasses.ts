/** @file Classes that the project has not yet, with the next free colour and key. Pure. Runs in main. */
import type { ClassInfo } from '../../contract/model';
import { plainName } from '../../contract/names';
import { newId } from '../../projects/document';

/** Colours of the window's palette. */
const COLOURS = 64;
const KEYS = '1234567890';

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

  of(name: string): ClassInfo {
    const found = this.#known.get(plainName(name));
    if (found) return found;
    const made = newClass(name, this.#all);
    this.#all.push(made);
    this.#known.set(plainName(name), made);
    return made;
  }
}

function newClass(name: string, others: readonly ClassInfo[]): ClassInfo {
  const key = [...KEYS].find((one) => !others.some((other) => other.key === one)) ?? null;
  return { id: newId(), name: name.trim(), colour: freeColour(others), key, kind: 'class' };
}

function freeColour(others: readonly ClassInfo[]): number {
  const free = Array.from({ length: COLOURS }, (_, c) => c).find((c) => !others.some((o) => o.colour === c));
  return free ?? others.length % COLOURS;
}
