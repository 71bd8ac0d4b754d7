/**
 * @file Three older states of `project.json`, by copy, at distances that a person can use. Runs in main.
 *
 *   backup-1  minutes ago: at most one in ten minutes of work, and one when the project is closed
 *   backup-2  before the first change of this session
 *   backup-3  before the first change of a session at least a day older
 *
 * One backup per save would fill all three with the last seconds; these cover a slip, a session and a day.
 */
import { promises as fs } from 'node:fs';
import { errorCode } from './errors';
import { copyDurably } from './files';
import { backupPath, projectPaths } from './paths';

const MINUTES_APART = 10 * 60_000;
const DAY = 24 * 60 * 60_000;

export class Backups {
  /** When `project.json` was last copied, ms; null before this session's first change. */
  #copiedAt: number | null = null;
  #changed = false;

  constructor(
    private readonly folder: string,
    private readonly now: () => number,
  ) {}

  /** Keeps the present `project.json` where it is time to, before it is replaced. */
  async beforeReplace(): Promise<void> {
    const now = this.now();
    if (this.#copiedAt === null) await this.#beginSession(now);
    else if (now - this.#copiedAt >= MINUTES_APART) await this.#copy(1, now);
    this.#changed = true;
  }

  /** Keeps the last state of a session that changed something. */
  async endSession(): Promise<void> {
    if (this.#changed) await this.#copy(1, this.now());
    this.#changed = false;
  }

  /** The present state takes the place of the newest backup, so that the others can go. */
  async renew(): Promise<void> {
    await this.#copy(1, this.now());
  }

  async #beginSession(now: number): Promise<void> {
    const [session, day] = [backupPath(this.folder, 2), backupPath(this.folder, 3)];
    const [sessionAt, dayAt] = [await modifiedAt(session), await modifiedAt(day)];
    if (sessionAt !== null && (dayAt === null || now - dayAt >= DAY)) await copyDurably(session, day);
    await this.#copy(2, now);
  }

  async #copy(n: 1 | 2, now: number): Promise<void> {
    const { document } = projectPaths(this.folder);
    if ((await modifiedAt(document)) !== null) await copyDurably(document, backupPath(this.folder, n));
    this.#copiedAt = now;
  }
}

/** ms since 1970, or null where there is no such file. */
export async function modifiedAt(file: string): Promise<number | null> {
  try {
    return (await fs.stat(file)).mtimeMs;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
