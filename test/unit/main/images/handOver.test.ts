import { expect, it } from 'vitest';
import { handOver } from '../../../../main/images/handOver';

const rows = Array.from({ length: 2500 }, (_, index) => index);

it('tells of rows a thousand at a time and gathers what is missing', async () => {
  const told: number[] = [];
  const missing = await handOver(rows, {
    hash: (index) => (index % 2 === 0 ? `hash ${index}` : null),
    tell: (some) => {
      told.push(some.length);
      return Promise.resolve(some.filter(({ index }) => index % 1000 === 0).map(({ index }) => index));
    },
  });
  expect(told).toEqual([500, 500, 250]);
  expect(missing).toEqual([0, 1000, 2000]);
});

it('asks what a row holds when its turn comes: one that has gone meanwhile is not told of', async () => {
  const gone = new Set<number>();
  const told: number[] = [];
  await handOver(rows, {
    hash: (index) => (gone.has(index) ? null : 'hash'),
    tell: (some) => {
      for (const { index } of some) told.push(index);
      gone.add(2400);
      return Promise.resolve([]);
    },
  });
  expect(told).toHaveLength(2499);
  expect(told).not.toContain(2400);
});

it('misses nothing where nobody is there to be told', async () => {
  expect(await handOver(rows, { hash: () => 'hash', tell: () => null })).toEqual([]);
});
