/** @file What the bench starts ends with it, and what has ended is forgotten. */
import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { expect, it } from 'vitest';
import { endWith } from '../../../../main/headless/bench/endWith';

it('ends the process with the bench', async () => {
  const parent = new EventEmitter();
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  endWith(parent, child);
  parent.emit('quit');
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGTERM');
});

it('listens no longer for a process that has ended, or that never ran', async () => {
  const parent = new EventEmitter();
  const ended = spawn(process.execPath, ['-e', '']);
  endWith(parent, ended);
  const absent = spawn('/nowhere/at/all');
  absent.on('error', () => undefined);
  endWith(parent, absent);
  const closed = [ended, absent].map((child) => new Promise((resolve) => child.once('close', resolve)));
  await Promise.all(closed);
  expect(parent.listenerCount('quit')).toBe(0);
});
