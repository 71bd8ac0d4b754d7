import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Items } from '../../../../main/images/items';

const facts = {
  ...{ hash: 'a'.repeat(64), width: 4, height: 3 },
  ...{ capturedAt: '2024-05-01T12:30:00', camera: 'Canon EOS R5', pixelHash: '0f'.repeat(8) },
};
const file = (name: string, known: typeof facts | null = null) => ({
  ...{ folder: 'f1', path: name, size: 10, mtimeMs: 1 },
  ...{ addedAt: 1000, facts: known },
});

describe('items', () => {
  test('keep their row, id and token when their file changes', () => {
    const items = new Items('secret', () => undefined);
    items.add(file('a.jpg', facts), '/photos');
    const index = items.add(file('b.jpg'), '/photos');
    const before = items.row(index);
    items.ready(index);
    expect(items.add({ ...file('b.jpg'), size: 11 }, '/photos')).toBe(index);
    expect(items.row(index)).toMatchObject({
      id: 'f1/b.jpg',
      token: before.token,
      size: 11,
      state: 'waiting',
    });
    expect(items.absolute(index)).toBe(path.join('/photos', 'b.jpg'));
    expect(items.count).toBe(2);
  });

  test('have tokens that differ by project and say nothing of the path', () => {
    const [one, other] = ['one', 'other'].map((secret) => {
      const items = new Items(secret, () => undefined);
      return items.row(items.add(file('a.jpg'), '/photos')).token;
    });
    expect(one).toMatch(/^[\w-]{22}$/);
    expect(one).not.toBe(other);
  });

  test('know from an earlier session what a file holds', () => {
    const items = new Items('secret', () => undefined);
    const index = items.add(file('a.jpg', facts), '/photos');
    expect(items.hash(index)).toBe(facts.hash);
    expect(items.row(index)).toEqual({
      ...{ index: 0, id: 'f1/a.jpg', token: items.row(0).token, path: 'a.jpg', folder: 'f1', size: 10 },
      ...{ state: 'waiting', failure: null, width: 4, height: 3, thumbnail: 1, box: null, image: 0 },
      ...{ capturedAt: '2024-05-01T12:30:00', camera: 'Canon EOS R5', pixelHash: '0f'.repeat(8) },
      ...{ modifiedAt: 1, addedAt: 1000 },
    });
  });

  test('tell of changes once, and again after they were taken', () => {
    let told = 0;
    const items = new Items('secret', () => told++);
    const index = items.add(file('a.jpg'), '/photos');
    items.ready(index);
    expect(told).toBe(1);
    expect(items.takeChanged().map((row) => row.state)).toEqual(['ready']);
    expect(items.takeChanged()).toEqual([]);
    items.failed(index, { code: 'x', reason: 'It is gone.' });
    expect(told).toBe(2);
  });

  test('tell of new rows so many at a time, and of those told before whenever they change', () => {
    const items = new Items('secret', () => undefined);
    const rows = ['a', 'b', 'c', 'd', 'e'].map((name) => items.add(file(`${name}.jpg`), '/photos'));
    const told = () => items.takeChanged(2).map(({ index }) => index);
    expect([told(), items.hasChanged]).toEqual([[0, 1], true]);
    // A row that was not told yet has its turn, however often it changes.
    for (const row of [rows[4]!, rows[0]!]) items.ready(row);
    expect(told()).toEqual([2, 3, 0]);
    expect([told(), items.hasChanged, told()]).toEqual([[4], false, []]);
  });

  test('refuse a row that there is not', () => {
    const items = new Items('secret', () => undefined);
    expect(() => items.row(3)).toThrow('There is no item 3; there are 0.');
    expect(items.byToken('../../etc/passwd')).toBeNull();
  });
});
