/**
 * @file Puts a process of ours behind the others: what reads images must not take the processor from the window. While
 * nobody else wants it, it is as fast as ever. Runs in main.
 */
import { readdirSync } from 'node:fs';
import os from 'node:os';

/** Between 0 (as everybody) and 19 (only what nobody else wants). Taking it back needs rights that we do not have. */
export const BEHIND = 5;

/**
 * Threads that it starts later follow the one that starts them. Where the system refuses, it stays as it was: that costs
 * smoothness and nothing else.
 */
export function putBehind(pid: number | undefined): void {
  if (pid === undefined) return;
  for (const id of threadsOf(pid)) {
    try {
      os.setPriority(id, BEHIND);
    } catch {
      // It has ended, or may not be touched.
    }
  }
}

/** On Linux each thread has a priority of its own, elsewhere the process has one. */
function threadsOf(pid: number): number[] {
  if (process.platform !== 'linux') return [pid];
  try {
    return readdirSync(`/proc/${pid}/task`).map(Number);
  } catch {
    return [];
  }
}
