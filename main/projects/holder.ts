/**
 * @file Who holds a project's lock, and whether they still live. Runs in main.
 *
 * On the same machine a process is asked for by its id and its start time, since ids are used again; on another one
 * only the lock's heartbeat can tell.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { z } from 'zod';
import { errorCode } from './errors';

export const holderSchema = z.object({
  token: z.string(),
  pid: z.int().positive(),
  /** The system's own mark of when the process began; null where the system gives none cheaply. */
  processStart: z.string().nullable(),
  host: z.string(),
  /** Changes with every start of the machine; null where unknown. */
  boot: z.string().nullable(),
  user: z.string(),
  /** When the project was opened, ISO 8601. */
  openedAt: z.string(),
});
export type Holder = z.infer<typeof holderSchema>;

/** This process, as it signs a lock. */
export function thisHolder(now: Date): Holder {
  return {
    token: randomBytes(12).toString('hex'),
    pid: process.pid,
    processStart: processStart(process.pid),
    host: os.hostname(),
    boot: bootId(),
    user: userName(),
    openedAt: now.toISOString(),
  };
}

/** The name this person has on this machine, or '' where the system knows none. */
export function userName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return ''; // A user id without an entry, as in containers: a name is a courtesy, not a condition.
  }
}

export type Life = 'alive' | 'dead' | 'elsewhere';

/**
 * @param heartbeat when the holder last touched the lock, ms since 1970.
 * @returns 'elsewhere' where the holder runs on another machine (or before this machine's last start).
 */
export function lifeOf(holder: Holder, heartbeat: number): Life {
  if (holder.host !== os.hostname()) return 'elsewhere';
  if (holder.boot !== bootId()) return heartbeat < bootTime() ? 'dead' : 'elsewhere';
  if (!isRunning(holder.pid)) return 'dead';
  const start = processStart(holder.pid);
  return holder.processStart !== null && start !== null && start !== holder.processStart ? 'dead' : 'alive';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH'; // EPERM: it runs, as another user.
  }
}

/** Linux: field 22 of /proc/PID/stat, ticks since the machine started; a zombie has ended. */
function processStart(pid: number): string | null {
  const stat = readSystemFile(`/proc/${pid}/stat`);
  if (stat === null) return null;
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
}

const bootId = (): string | null => readSystemFile('/proc/sys/kernel/random/boot_id')?.trim() ?? null;
const bootTime = (): number => Date.now() - os.uptime() * 1000;

function readSystemFile(file: string): string | null {
  if (process.platform !== 'linux') return null;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null; // Hidden or gone: then the process id alone must do.
  }
}
