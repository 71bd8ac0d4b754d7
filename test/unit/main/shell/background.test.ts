/** @file Priorities of real processes. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { expect, it } from 'vitest';
import { BEHIND, putBehind } from '../../../../main/shell/background';

/** A process that stays until its input ends, once it runs. */
async function idleProcess() {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume(); console.log("runs")']);
  await once(child.stdout, 'data');
  return child;
}

it('puts a process behind the others', async () => {
  const child = await idleProcess();
  try {
    putBehind(child.pid);
    expect(os.getPriority(child.pid)).toBe(Math.max(BEHIND, os.getPriority()));
  } finally {
    child.kill();
  }
});

it('lets a process be that has ended, or never was', async () => {
  const child = await idleProcess();
  const ended = once(child, 'exit');
  child.kill();
  await ended;
  expect(() => putBehind(child.pid)).not.toThrow();
  expect(() => putBehind(undefined)).not.toThrow();
});
