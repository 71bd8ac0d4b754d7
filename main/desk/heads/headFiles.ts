/**
 * @file The files of kept heads, `cache/heads/<fingerprint>.head` with weights and `.json` with what is known of them. They can be
 * made again by training, so one that cannot be read is a sentence and no loss. Runs in main.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import { explain } from '../../projects/errors';
import { writeDurably } from '../../projects/files';
import { removeStored, storedIn, type Stored } from '../../projects/stored';
import { decodeRecord, fingerprint, type HeadRecord } from './record';
import { told } from '../../../strings/words';

/** Undo may lead back to older ones. */
const MOST_KEPT = 20;
const NAME = /^([0-9a-f]{64})\.(?:json|head)$/;

export class HeadFiles {
  readonly #read = new Map<string, HeadRecord>();

  /** @param readOnly nothing is written or removed */
  constructor(
    private readonly folder: string,
    private readonly readOnly: boolean,
  ) {}

  /** Where the weights of a head are. */
  weights(of: string): string {
    return path.join(this.folder, `${of}.head`);
  }

  /** Null where it is not there, or damaged. */
  async record(of: string): Promise<HeadRecord | null> {
    const known = this.#read.get(of);
    if (known) return known;
    const text = await fs.readFile(this.#facts(of), 'utf8').catch(() => null);
    const record = text === null ? null : decodeRecord(text);
    // What is said in it must be what the project means.
    if (!record || fingerprint(record) !== of) return null;
    this.#read.set(of, record);
    return record;
  }

  /**
   * Keeps a head; the oldest beyond 20 go.
   * @param writeWeights has the weights written to a file, by whoever has them
   * @returns its fingerprint
   * @throws {PersonError} where it could not be saved
   */
  async keep(record: HeadRecord, writeWeights: (file: string) => Promise<void>): Promise<string> {
    if (this.readOnly) throw new PersonError(told().heads.onlyRead);
    const of = fingerprint(record);
    try {
      await fs.mkdir(this.folder, { recursive: true });
      await writeWeights(this.weights(of));
      await writeDurably(this.#facts(of), Buffer.from(JSON.stringify(record)));
    } catch (error) {
      if (error instanceof PersonError) throw error;
      const { what, advice } = explain(error);
      throw new PersonError(told().heads.couldNotBeKept(what, advice));
    }
    this.#read.set(of, record);
    await this.#tidy(of);
    return of;
  }

  /** Files of all heads but this one, and what is none but lies among them. @param inUse null: none is */
  async unused(inUse: string | null): Promise<Stored[]> {
    return (await storedIn(this.folder)).filter(
      ({ name }) => inUse === null || NAME.exec(name)?.[1] !== inUse,
    );
  }

  /** Removes these for good. */
  async forgetUnused(inUse: string | null): Promise<void> {
    const files = await this.unused(inUse);
    for (const of of [...this.#read.keys()]) if (of !== inUse) this.#read.delete(of);
    await removeStored(this.folder, files);
  }

  async #tidy(newest: string): Promise<void> {
    const names = await fs.readdir(this.folder).catch((): string[] => []);
    const heads = [...new Set(names.flatMap((name) => NAME.exec(name)?.[1] ?? []))];
    const ages = await Promise.all(
      heads.map(async (of) => ({ of, at: (await fs.stat(this.#facts(of)).catch(() => null))?.mtimeMs ?? 0 })),
    );
    const old = ages.filter(({ of }) => of !== newest).sort((a, b) => b.at - a.at);
    for (const { of } of old.slice(MOST_KEPT - 1)) await this.#remove(of);
  }

  async #remove(of: string): Promise<void> {
    this.#read.delete(of);
    await fs.rm(this.#facts(of), { force: true });
    await fs.rm(this.weights(of), { force: true });
  }

  #facts(of: string): string {
    return path.join(this.folder, `${of}.json`);
  }
}
