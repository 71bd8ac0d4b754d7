import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { root } from '../../../scripts/setup/paths.mjs';
import { lastLine, runPhases } from '../../../scripts/tasks/phases.mjs';
import { tempFolder } from './helpers/folders';

const folder = tempFolder();
let lines: string[] = [];

beforeEach(() => {
  lines = [];
  const spy = vi.spyOn(console, 'log').mockImplementation((line) => void lines.push(String(line)));
  return () => spy.mockRestore();
});

/** A command of a phase: a real script, written now. */
function script(name: string, text: string): string[] {
  const file = path.join(folder, `${name}.mjs`);
  writeFileSync(file, text);
  return [path.relative(root, file)];
}

const good = { name: 'good', command: script('good', `console.log('much to say')`) };
const bad = {
  name: 'bad',
  command: script('bad', `console.log('first line'); console.error('last line'); process.exit(3);`),
};

test('a phase that passes is one line and counts as one', async () => {
  expect(await runPhases([good])).toEqual({ passed: 1, failed: 0 });
  expect(lines.join('\n')).toMatch(/^✓ good, \d+\.\d s$/);
});

test('a phase that fails shows all it said, and the others still run', async () => {
  expect(await runPhases([bad, good])).toEqual({ passed: 1, failed: 1 });
  expect(lines.join('\n')).toMatch(/^✗ bad, .* s\nfirst line\nlast line\n\n✓ good/);
});

test('a phase with tests counts them, and hears its exit code', async () => {
  const count = (code: number) => ({ passed: 5, failed: code });
  expect(await runPhases([{ ...bad, count }])).toEqual({ passed: 5, failed: 3 });
  expect(lines[0]).toMatch(/^✗ bad \(5 passed, 3 failed\)/);
});

test('what stands on a failed phase is not run and counts as failed', async () => {
  const never = { name: 'never', after: 'bad', command: script('never', `console.log('ran')`) };
  expect(await runPhases([bad, never])).toEqual({ passed: 0, failed: 2 });
  expect(lines.join('\n')).toContain('✗ never, not run because of: bad');
});

const cores = availableParallelism();

test.runIf(cores > 1)(
  'phases that may run beside each other do, and what follows waits for all',
  async () => {
    const meet = (own: string, other: string): string => `
    import { existsSync, writeFileSync } from 'node:fs';
    writeFileSync(${JSON.stringify(path.join(folder, own))}, '');
    while (!existsSync(${JSON.stringify(path.join(folder, other))})) await new Promise((r) => setTimeout(r, 5));`;
    const first = { name: 'first', beside: true, command: script('first', meet('a', 'b')) };
    const second = { name: 'second', beside: true, command: script('second', meet('b', 'a')) };
    const next = { ...bad, after: 'second' };
    expect(await runPhases([first, second, next])).toEqual({ passed: 2, failed: 1 });
    expect(lines.at(-2)).toMatch(/^✗ bad/);
  },
);

test('what stands on one that failed beside others is not run', async () => {
  const never = { name: 'never', after: 'bad', command: script('never', `console.log('ran')`) };
  const beside = [bad, good].map((phase) => ({ ...phase, beside: true }));
  expect(await runPhases([...beside, never])).toEqual({ passed: 1, failed: 2 });
  expect(lines.at(-1)).toBe('✗ never, not run because of: bad');
});

test('the last line is for machines too', () => {
  expect(lastLine({ passed: 12, failed: 0 })).toBe('12 passed, 0 failed');
});
