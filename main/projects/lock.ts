/**
 * @file The lock that keeps a project from being changed by two programs. Runs in main.
 *
 * The file is made with 'wx', so only one of two openers makes it. Whoever replaces a dead holder's lock first makes
 * `project.lock.takeover` in the same way, and looks again. The lock is never absent meanwhile, and every save
 * checks that it is still ours: a laptop that slept while another machine took over finds out before it writes.
 */
import { promises as fs } from 'node:fs';
import { errorCode, ProjectError } from './errors';
import { holderSchema, lifeOf, thisHolder } from './holder';
import type { Holder } from './holder';
import { projectName, projectPaths } from './paths';
import { moment } from '../../strings/format';
import { told } from '../../strings/words';

const HEARTBEAT_MS = 15_000;
/** A holder on another machine that was silent for so long is taken for gone. */
const SILENT_MS = 90_000;
/** A lock without content is being written; one that stays so was left by a crash. */
const UNSIGNED_MS = 10_000;

export class ProjectLock {
  readonly #heartbeat: NodeJS.Timeout;
  #held = true;

  private constructor(
    private readonly file: string,
    private readonly me: Holder,
    private readonly handle: fs.FileHandle,
  ) {
    this.#heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /**
   * @throws {ProjectError} 'locked' with who has it open and since when; the system's error where the folder
   * cannot be written to.
   */
  static async acquire(folder: string, now: Date): Promise<ProjectLock> {
    const file = projectPaths(folder).lock;
    const me = thisHolder(now);
    for (let attempt = 0; attempt < 5; attempt++) {
      const handle = (await sign(file, me)) ?? (await takeOver(folder, file, me));
      if (handle) return new ProjectLock(file, me, handle);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw lockedError(folder, null);
  }

  /** Whether the lock is still ours; once lost, it is lost for good. */
  async isOurs(): Promise<boolean> {
    if (this.#held) this.#held = (await readLock(this.file))?.holder?.token === this.me.token;
    return this.#held;
  }

  /** @throws {ProjectError} 'lock-lost' where the lock is no longer ours. */
  async verify(): Promise<void> {
    if (await this.isOurs()) return;
    throw new ProjectError('lock-lost', told().projects.lockLost);
  }

  async release(): Promise<void> {
    clearInterval(this.#heartbeat);
    await this.handle.close();
    if (await this.isOurs()) await fs.rm(this.file, { force: true });
    this.#held = false;
  }

  /** Writes the same bytes again: the file's time moves by the disk's own clock, and no reader sees a torn lock. */
  async #beat(): Promise<void> {
    await this.handle.write(encode(this.me), 0).catch(() => undefined); // The next save will tell.
  }
}

const encode = (holder: Holder): string => JSON.stringify(holder);

/** Makes the file with the holder in it; null where it is there already. */
async function sign(file: string, holder: Holder): Promise<fs.FileHandle | null> {
  const handle = await fs.open(file, 'wx').catch((error: unknown) => {
    if (errorCode(error) === 'EEXIST') return null;
    throw error;
  });
  if (!handle) return null;
  try {
    await handle.write(encode(holder), 0);
    return handle;
  } catch (error) {
    await handle.close();
    await fs.rm(file, { force: true });
    throw error;
  }
}

interface LockFile {
  /** null while it is being written, or after a crash in that moment. */
  holder: Holder | null;
  heartbeat: number;
}

async function readLock(file: string): Promise<LockFile | null> {
  try {
    const [text, { mtimeMs }] = [await fs.readFile(file, 'utf8'), await fs.stat(file)];
    return { holder: parseHolder(text), heartbeat: mtimeMs };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}

function parseHolder(text: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(text));
  } catch {
    return null; // Not signed yet: `isDead` gives it time.
  }
}

/**
 * Replaces a dead holder's lock. Null where the lock vanished or someone else is replacing it: try again.
 * @throws {ProjectError} 'locked' where the holder lives.
 */
async function takeOver(folder: string, file: string, me: Holder): Promise<fs.FileHandle | null> {
  const turn = `${file}.takeover`;
  const mine = await sign(turn, me);
  if (!mine) return dropOldTurn(turn);
  let used = false;
  try {
    const found = await readLock(file);
    const clock = (await mine.stat()).mtimeMs;
    if (found && !isDead(found, clock)) throw lockedError(folder, found.holder);
    used = found !== null && (await becomeLock(turn, file, me));
  } finally {
    if (!used) await discard(mine, turn);
  }
  return used ? mine : null;
}

/** Puts our signed turn in the lock's place; false where another opener was quicker (its token stands there). */
async function becomeLock(turn: string, file: string, me: Holder): Promise<boolean> {
  await fs.rename(turn, file).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
  return (await readLock(file))?.holder?.token === me.token;
}

async function discard(handle: fs.FileHandle, file: string): Promise<void> {
  await handle.close();
  await fs.rm(file, { force: true });
}

/** A turn takes milliseconds: one that is older was left by a crash. */
async function dropOldTurn(turn: string): Promise<null> {
  const age = Date.now() - ((await readLock(turn))?.heartbeat ?? Date.now());
  if (age > UNSIGNED_MS) await fs.rm(turn, { force: true });
  return null;
}

/** @param clock the present time by the clock of the disk that the lock is on, ms since 1970. */
function isDead({ holder, heartbeat }: LockFile, clock: number): boolean {
  const silence = clock - heartbeat;
  if (!holder) return silence > UNSIGNED_MS;
  const life = lifeOf(holder, heartbeat);
  return life === 'elsewhere' ? silence > SILENT_MS : life === 'dead';
}

function lockedError(folder: string, holder: Holder | null): ProjectError {
  const name = projectName(folder);
  if (!holder) return new ProjectError('locked', told().projects.beingOpened(name));
  const since = moment(holder.openedAt);
  const who = holder.user === '' ? holder.host : told().projects.on(holder.user, holder.host);
  return new ProjectError('locked', told().projects.openElsewhere(name, since, who, holder.pid));
}
