/** @file What a process of ours holds in memory. Runs in main. */
import { app } from 'electron';

const LOOK_MS = 200;

/** Resident memory of a process now and at its most, MB (10⁶ bytes); null where it has ended. */
export function residentMemory(pid: number): { now: number; most: number } | null {
  const found = app.getAppMetrics().find((metric) => metric.pid === pid);
  if (!found) return null;
  const { workingSetSize, peakWorkingSetSize } = found.memory;
  return { now: megabytes(workingSetSize), most: megabytes(Math.max(workingSetSize, peakWorkingSetSize)) };
}

/** Looks again and again, where the system itself keeps no peak. */
export class MemoryWatch {
  #most = 0;
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly pid: () => number | undefined) {
    this.#timer = setInterval(() => this.#look(), LOOK_MS);
  }

  /** The most there ever was; stops looking. */
  stop(): number {
    this.#look();
    clearInterval(this.#timer);
    return this.#most;
  }

  #look(): void {
    const pid = this.pid();
    const memory = pid === undefined ? null : residentMemory(pid);
    if (memory) this.#most = Math.max(this.#most, memory.most);
  }
}

const megabytes = (kibibytes: number): number => (kibibytes * 1024) / 1e6;
