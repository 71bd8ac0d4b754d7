/** @file Runs a script under strace, which ends it, or makes a call fail, at a given point. */
import { execFile, execFileSync } from 'node:child_process';

/** Why tests with strace cannot run here, or null. */
export const noStrace: string | null = whyNot();

function whyNot(): string | null {
  if (process.platform !== 'linux') return 'strace is a Linux program';
  try {
    execFileSync('strace', ['-f', '-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'strace is not installed or may not trace here';
  }
}

export interface Traced {
  /** What the script said, line by line. */
  lines: string[];
  /** Whether it ran to its end. */
  finished: boolean;
}

/**
 * Runs `node script args`. One thread does all file work, so that calls come in one order and can be counted; V8 has no threads of
 * its own, which would only be traced as well.
 */
export function underStrace(options: string[], script: string, args: string[]): Promise<Traced> {
  const command = ['-f', '-qq', ...options, process.execPath, '--single-threaded', script, ...args];
  const env = { ...process.env, UV_THREADPOOL_SIZE: '1' };
  return new Promise((resolve) => {
    execFile('strace', command, { env, timeout: 20_000 }, (_error, stdout) => {
      const lines = stdout.split('\n').filter((line) => line !== '');
      resolve({ lines, finished: lines.at(-1) === 'closed' });
    });
  });
}
