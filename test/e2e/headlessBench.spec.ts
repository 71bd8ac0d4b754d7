/** @file The bench on a few images: every figure is there, and what was not measured is null. */
import { expect, test } from '@playwright/test';
import { benchSchema } from './headlessContract';
import { Commands } from './headlessRun';

let commands: Commands;

test.beforeAll(async () => void (commands = await Commands.in('headless-bench')));
test.afterAll(() => commands.remove());

test('measures speed, memory and start beside its peers', async () => {
  const { code, out } = await commands.run('bench', '--images', '4', '--runs', '1', '--json', 'bench.json');
  expect(code).toBe(0);
  const { sets, memory, start, machine } = benchSchema.parse(await commands.json('bench.json'));
  expect(sets.map(({ name, images }) => [name, images])).toEqual([
    ['500×375 JPEG', 4],
    ['12-megapixel JPEG', 4],
  ]);
  for (const { endToEnd, engineAlone, decodeAlone, bound, peers } of sets) {
    expect(bound).toBeCloseTo(1 / (1 / engineAlone + 1 / decodeAlone), 6);
    expect(peers).toHaveLength(1);
    expect(peers[0]?.ratio).toBeCloseTo(endToEnd / (peers[0]?.imagesPerSecond ?? 0), 6);
  }
  expect(memory.engine).toBeGreaterThan(100);
  expect(memory.window).toBeGreaterThan(30);
  expect(start?.ratio).toBeCloseTo((start?.app ?? 0) / (start?.bare ?? 1), 6);
  expect(machine.loadAfter).toHaveLength(3);
  expect(out).toContain('4 × 12-megapixel JPEG');
  expect(await commands.leftovers()).toEqual([]);
});
