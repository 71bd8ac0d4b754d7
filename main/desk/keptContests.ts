/**
 * @file Contests that were finished, as files in the project's folder, so that they go where the project goes. Runs in main.
 *
 * One file each, `evaluations/<time>.json`; the newest 50 stay. They can be made again, so one that cannot be read is passed
 * over; one that cannot be written is a sentence to the person, who still has it on the screen.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import type { ContestSummary, KeptContest } from '../contract/areas/evaluating';
import { PersonError } from '../contract/errors';
import { explain } from '../projects/errors';
import { writeDurably } from '../projects/files';
import { sumOf, type Remembered } from '../projects/past';
import { removeStored, storedIn } from '../projects/stored';
import { decodeContest, encodeContest } from './contestFile';
import { told } from '../../strings/words';

const MOST_KEPT = 50;
const NAME = /^[0-9TZ-]+\.json$/;

export class KeptContests {
  /** @param readOnly nothing is written or removed */
  constructor(
    private readonly folder: string,
    private readonly readOnly: boolean,
  ) {}

  /** A name for a contest that ended at this ISO time. */
  static idOf(at: string): string {
    return at.replace(/[:.]/g, '-');
  }

  /** Newest first. */
  async list(): Promise<ContestSummary[]> {
    const contests = await Promise.all((await this.#ids()).map((id) => this.#read(id)));
    return contests.filter((contest) => contest !== null).map(summaryOf);
  }

  async newest(): Promise<KeptContest | null> {
    for (const id of await this.#ids()) {
      const contest = await this.#read(id);
      if (contest) return contest;
    }
    return null;
  }

  /** @throws PersonError where it is not there any more, or damaged */
  async open(id: string): Promise<KeptContest> {
    const contest = await this.#read(id);
    if (contest) return contest;
    throw new PersonError(told().evaluations.notKeptAnyMore);
  }

  /** The oldest beyond 50 go. @throws PersonError where it could not be saved */
  async keep(contest: KeptContest): Promise<void> {
    if (this.readOnly) throw new PersonError(told().evaluations.onlyReadNotKept);
    try {
      await fs.mkdir(this.folder, { recursive: true });
      await writeDurably(this.#file(contest.id), encodeContest(contest));
    } catch (error) {
      const { what, advice } = explain(error);
      throw new PersonError(told().evaluations.couldNotBeKept(what, advice).trim());
    }
    for (const id of (await this.#ids()).slice(MOST_KEPT)) await this.forget(id);
  }

  /** How many there are, and their bytes. */
  async stored(): Promise<Remembered> {
    return sumOf(await storedIn(this.folder));
  }

  /** All of them, and what is no contest but lies among them. */
  async forgetAll(): Promise<void> {
    await removeStored(this.folder, await storedIn(this.folder));
  }

  async forget(id: string): Promise<void> {
    if (this.readOnly) throw new PersonError(told().evaluations.onlyReadNotRemoved);
    await fs.rm(this.#file(id), { force: true });
  }

  /** Newest first: names are times. */
  async #ids(): Promise<string[]> {
    const names = await fs.readdir(this.folder).catch((): string[] => []);
    const ids = names.filter((name) => NAME.test(name)).map((name) => path.basename(name, '.json'));
    return ids.sort().reverse();
  }

  async #read(id: string): Promise<KeptContest | null> {
    if (!NAME.test(`${id}.json`)) return null;
    const text = await fs.readFile(this.#file(id), 'utf8').catch(() => null);
    const contest = text === null ? null : decodeContest(text);
    return contest && { ...contest, id };
  }

  #file(id: string): string {
    return path.join(this.folder, `${id}.json`);
  }
}

function summaryOf({ id, at, revision, protocol, sentence, results }: KeptContest): ContestSummary {
  const short = results.map(({ method, accuracy, failed }) => ({ method, accuracy, failed }));
  return { id, at, revision, protocol, sentence, results: short };
}
