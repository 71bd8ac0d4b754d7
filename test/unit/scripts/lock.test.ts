import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { withLock } from '../../../scripts/setup/lock.mjs';
import { tempFolder } from './helpers/folders';
import { captureSaid } from './helpers/quiet';

const root = tempFolder();
const said = captureSaid();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('lets one in at a time', async () => {
  const folder = path.join(root, 'one');
  let inside = 0;
  const work = async () => {
    expect(++inside).toBe(1);
    await pause(20);
    inside -= 1;
  };
  await Promise.all([withLock(folder, work), withLock(folder, work), withLock(folder, work)]);
  expect(inside).toBe(0);
  expect(said()).toContain('waiting for it to end');
});

test('opens again after the work failed', async () => {
  const folder = path.join(root, 'failed');
  await expect(withLock(folder, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(folder, () => Promise.resolve('in'))).toBe('in');
});

test('opens when its holder is killed', async () => {
  const folder = path.join(root, 'killed');
  const module = fileURLToPath(new URL('../../../scripts/setup/lock.mjs', import.meta.url));
  const script = `
    import { withLock } from ${JSON.stringify(module)};
    await withLock(${JSON.stringify(folder)}, () => new Promise(() => process.stdout.write('held')));`;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script]);
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  let entered = false;
  const waiting = withLock(folder, () => Promise.resolve((entered = true)));
  await pause(100);
  expect(entered).toBe(false);
  holder.kill('SIGKILL');
  expect(await waiting).toBe(true);
});
