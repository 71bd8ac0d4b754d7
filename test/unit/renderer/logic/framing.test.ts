/** @file On which images a choice of what the model sees is shown, and when two choices are one. */
import { describe, expect, it } from 'vitest';
import type { ItemRow } from '../../../../main/contract/model';
import { exampleRows, sameFraming } from '../../../../renderer/logic/framing';

const image = (index: number, width: number | null, height: number | null, changes: Partial<ItemRow> = {}) =>
  ({ index, width, height, box: null, state: 'ready', ...changes }) as ItemRow;

describe('images to look at', () => {
  it('are the one asked for, one of each other shape, and some more', () => {
    const items = [
      ...[image(0, 400, 300), image(1, 400, 300), image(2, 300, 400)],
      ...[image(3, 4000, 3001), image(4, 500, 500), image(5, 301, 400)],
    ];
    expect(exampleRows(items, 1)).toEqual([1, 2, 4, 0, 3, 5]);
  });

  it('are at most twelve, from all over the folder', () => {
    const items = Array.from({ length: 1000 }, (_, index) => image(index, 400, 300));
    const rows = exampleRows(items, 500);
    expect([rows.length, rows[0]]).toEqual([12, 500]);
    expect(Math.max(...rows)).toBeGreaterThan(800);
  });

  it('are those that wait to be read anew, too', () => {
    const items = [image(0, null, null, { state: 'waiting' }), image(1, 4, 3, { state: 'waiting' })];
    expect(exampleRows(items, 0)).toEqual([1]);
  });

  it('are no boxes, and nothing whose size is not known', () => {
    const box = { x: 0, y: 0, width: 1, height: 1 };
    const items = [
      ...[image(0, 400, 300, { box }), image(1, null, null), image(2, 4, 3, { state: 'failed' })],
      image(3, 4, 3),
    ];
    expect(exampleRows(items, 0)).toEqual([3]);
    expect(exampleRows(items.slice(0, 3), 0)).toEqual([]);
  });
});

it('two regions are the same where all their edges are', () => {
  const box = { x: 0.1, y: 0.2, width: 0.3, height: 0.4 };
  expect(sameFraming({ kind: 'region', box }, { kind: 'region', box: { ...box } })).toBe(true);
  expect(sameFraming({ kind: 'region', box }, { kind: 'region', box: { ...box, x: 0.11 } })).toBe(false);
  expect(sameFraming({ kind: 'stretch' }, { kind: 'centreCrop' })).toBe(false);
});
