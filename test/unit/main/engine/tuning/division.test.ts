/** @file Who teaches, who stops, who is asked: groups whole, nothing twice, nothing from classes that have none to spare. */
import { describe, expect, test } from 'vitest';
import { divide, itemWeights, type Labelled } from '../../../../../main/engine/tuning/division';

/** Classes of so many groups, two items in each. */
function labelled(shots: readonly number[], bulk: (item: number) => boolean = () => false): Labelled {
  const rows = shots.flatMap((count, c) =>
    Array.from({ length: 2 * count }, (_, i) => ({ class: c, group: i >> 1 })),
  );
  return {
    classes: shots.length,
    labels: rows.map((row) => row.class),
    groups: rows.map((row) => row.group),
    bulk: rows.map((_, item) => Number(bulk(item))),
  };
}

describe('divide', () => {
  test('every item is in one part, groups are whole', () => {
    const set = labelled([1, 2, 3, 4, 10]);
    const { teach, stop, ask } = divide(set, 5);
    expect([...teach, ...stop, ...ask].sort((a, b) => a - b)).toEqual([...Array(40).keys()]);
    const groupsIn = (items: readonly number[]) =>
      new Set(items.map((i) => `${set.labels[i]}/${set.groups[i]}`)).size;
    expect(groupsIn(teach) + groupsIn(stop) + groupsIn(ask)).toBe(20);
  });

  test('classes of one and two groups only teach, of three spare one to be asked, of ten two and two', () => {
    const set = labelled([1, 2, 3, 4, 10]);
    const { stop, ask } = divide(set, 5);
    const perClass = (items: readonly number[]) =>
      [0, 1, 2, 3, 4].map((c) => items.filter((i) => set.labels[i] === c).length / 2);
    expect(perClass(ask)).toEqual([0, 0, 1, 1, 2]);
    expect(perClass(stop)).toEqual([0, 0, 0, 1, 2]);
  });

  test('what was accepted in bulk is never asked and never stops anything', () => {
    const set = labelled([10, 10], (item) => item % 4 !== 3);
    const { stop, ask } = divide(set, 1);
    expect(ask.length + stop.length).toBeGreaterThan(0);
    for (const item of [...ask, ...stop]) expect(set.bulk[item]).toBe(0);
  });

  test('the same seed divides the same way, another one another way', () => {
    const set = labelled([10, 10, 10]);
    expect(divide(set, 3)).toEqual(divide(set, 3));
    expect(divide(set, 3)).not.toEqual(divide(set, 4));
  });
});

test('groups of a class weigh the same, and so do classes', () => {
  const set: Labelled = { classes: 2, labels: [0, 0, 0, 1], groups: [0, 0, 1, 0], bulk: [0, 0, 0, 0] };
  // Class 0: two groups, one of two items; class 1: one item. Mean 1.
  expect([...itemWeights(set, [0, 1, 2, 3])]).toEqual([0.5, 0.5, 1, 2]);
});
