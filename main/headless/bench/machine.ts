/** @file What the bench ran on: figures mean nothing without it. Runs in main. */
import os from 'node:os';
import type { Machine } from './figures';

/** @param loadBefore load averages from before the first measurement */
export function machineOf(loadBefore: number[]): Machine {
  const [processor] = os.cpus();
  return {
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    processor: processor?.model.trim() ?? 'unknown',
    cores: os.cpus().length,
    memory: Math.round(os.totalmem() / 1e8) / 10,
    electron: process.versions.electron,
    chromium: process.versions['chrome'] ?? '',
    node: process.versions.node,
    loadBefore,
    loadAfter: os.loadavg(),
  };
}
