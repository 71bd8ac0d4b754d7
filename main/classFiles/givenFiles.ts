/**
 * @file The sums that a project's classes were given, `given/<SHA-256>.imprint-class`, one class in each. They cannot be made again
 * from anything, so each is on the disk, whole and under its name, before the project names it. Runs in main.
 */
import { createHash } from 'node:crypto';
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import { explain } from '../projects/errors';
import { syncFolder, writeDurably } from '../projects/files';
import { removeStored, storedIn, type Stored } from '../projects/stored';
import {
  CLASS_FILE_SUFFIX,
  decodeClassFile,
  encodeClassFile,
  type ClassFile,
  type SummedClass,
} from './format';
import { told } from '../../strings/words';

export class GivenFiles {
  constructor(private readonly folder: string) {}

  /**
   * Puts one class of a file on the disk; where the same is there already, that is left alone.
   * @returns the hash by which the project names it
   * @throws {PersonError} where the disk refuses: the project is as it was
   */
  async keep(file: ClassFile, one: SummedClass): Promise<string> {
    // What it looks like is of no use to the sums, and need not be kept.
    const bytes = encodeClassFile({ ...file, classes: [{ ...one, preview: null }] });
    const of = hashOf(bytes);
    try {
      const isNew = (await fs.mkdir(this.folder, { recursive: true })) !== undefined;
      if (isNew) await syncFolder(path.dirname(this.folder));
      const there = await fs.readFile(this.#file(of)).catch(() => null);
      if (!there?.equals(bytes)) await writeDurably(this.#file(of), bytes);
    } catch (error) {
      const { what, advice } = explain(error);
      throw new PersonError(told().sums.sumsNotAdded(what, advice));
    }
    return of;
  }

  /** Null where it is not there, or damaged. */
  async read(of: string): Promise<SummedClass | null> {
    const bytes = await fs.readFile(this.#file(of)).catch(() => null);
    if (!bytes || hashOf(bytes) !== of) return null;
    try {
      return decodeClassFile(bytes, of).classes[0] ?? null;
    } catch {
      return null;
    }
  }

  /** What is in the folder and not named by any class. @param inUse hashes */
  async unused(inUse: ReadonlySet<string>): Promise<Stored[]> {
    const named = new Set([...inUse].map((of) => of + CLASS_FILE_SUFFIX));
    return (await storedIn(this.folder)).filter(({ name }) => !named.has(name));
  }

  /** Removes these for good. */
  async forgetUnused(inUse: ReadonlySet<string>): Promise<void> {
    await removeStored(this.folder, await this.unused(inUse));
  }

  #file(of: string): string {
    return path.join(this.folder, of + CLASS_FILE_SUFFIX);
  }
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Hashes of all sums that the classes of a project have. */
export function givenIn(classes: readonly { given?: readonly { of: string }[] | undefined }[]): Set<string> {
  return new Set(classes.flatMap(({ given = [] }) => given.map(({ of }) => of)));
}
