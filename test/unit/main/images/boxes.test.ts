import { describe, expect, test } from 'vitest';
import { BoxJobs } from '../../../../main/images/boxJobs';
import { BoxRows, type PlacedBoxes } from '../../../../main/images/boxRows';
import type { DecodeRequest } from '../../../../main/images/decoder/decoder';
import type { DecodeResult } from '../../../../main/images/decoder/protocol';
import { roundedBox, withMargin } from '../../../../main/images/decoder/regions';
import { Items } from '../../../../main/images/items';
import { success } from './decoder/fakeHost';

const box = { x: 0.25, y: 0.5, width: 0.5, height: 0.25 };
const hash = 'a'.repeat(64);

function twoImages() {
  const items = new Items('secret', () => undefined);
  const add = (name: string, size = 10) =>
    items.add(
      {
        ...{ folder: 'f', path: name, size, mtimeMs: 1, addedAt: 5 },
        facts: {
          hash,
          width: 4000,
          height: 3000,
          capturedAt: null,
          camera: 'Canon',
          pixelHash: '0'.repeat(16),
        },
      },
      '/photos',
    );
  add('a.jpg');
  add('b.jpg');
  return { items, add, rows: new BoxRows(items) };
}

describe('what is seen for a box', () => {
  test('is a tenth more on each side, where the image goes on', () => {
    expect(withMargin(box)).toEqual({
      x: 0.2,
      y: 0.475,
      width: 0.6000000000000001,
      height: 0.30000000000000004,
    });
    const whole = { x: 0, y: 0, width: 1, height: 1 };
    expect(withMargin(whole)).toEqual(whole);
    const corner = withMargin({ x: 0.9, y: 0, width: 0.1, height: 0.1 });
    expect([corner.x, corner.y, corner.x + corner.width]).toEqual([expect.closeTo(0.89, 12), 0, 1]);
  });

  test('is of a box in millionths, never empty and never beyond the image', () => {
    expect(roundedBox({ ...box, x: 0.2500000004 })).toEqual(box);
    expect(roundedBox(roundedBox({ x: 1 / 3, y: 1 / 7, width: 1 / 9, height: 1 / 11 }))).toEqual(
      roundedBox({ x: 1 / 3, y: 1 / 7, width: 1 / 9, height: 1 / 11 }),
    );
    for (const x of [0, 0.1234567, 1 - 1e-9, 1]) {
      const { x: left, width } = roundedBox({ x, y: 0, width: 1e-12, height: 1 });
      expect(width).toBeGreaterThan(0);
      expect(left + width).toBeLessThanOrEqual(1 + 1e-9);
    }
  });
});

describe('rows of boxes', () => {
  test('follow what is drawn, changed and deleted, and keep their row for when that is undone', () => {
    const { items, rows } = twoImages();
    const one: PlacedBoxes = { one: { image: 'f/a.jpg', box } };
    expect(rows.follow(one)).toEqual({ toRead: [2], gone: [], removed: [] });
    expect(items.row(2)).toMatchObject({
      ...{ id: 'box:one', box, image: 0, path: 'a.jpg', folder: 'f', state: 'waiting', thumbnail: 1 },
      ...{ width: 2000, height: 750, camera: 'Canon', addedAt: 5 },
    });
    expect(items.row(2).token).not.toBe(items.row(0).token);
    expect(items.hash(2)).not.toBe(items.hash(0));
    expect(rows.follow({ one: { image: 'f/a.jpg', box: { ...box } } })).toEqual({
      toRead: [],
      gone: [],
      removed: [],
    });
    const before = items.hash(2);
    expect(rows.follow({ one: { image: 'f/a.jpg', box: { ...box, x: 0.3 } } }).toRead).toEqual([2]);
    expect(items.hash(2)).not.toBe(before);
    expect(rows.follow({}).removed).toEqual([2]);
    items.removed(2);
    items.ready(2);
    expect(items.row(2).state).toBe('removed');
    expect(rows.follow(one).toRead).toEqual([2]);
    expect(items.row(2).state).toBe('waiting');
    expect(items.hash(2)).toBe(before);
    expect(items.count).toBe(3);
  });

  test('are shown as gone where their image is known and its file is not there', () => {
    const { items, rows } = twoImages();
    items.gone(0, 'It is gone.');
    expect(rows.follow({ one: { image: 'f/a.jpg', box } })).toEqual({ toRead: [], gone: [2], removed: [] });
    expect(items.row(2)).toMatchObject({ id: 'box:one', box });
  });

  test('wait for their image, go with it, and are read again when it has changed', () => {
    const { items, add, rows } = twoImages();
    const drawn: PlacedBoxes = { one: { image: 'f/a.jpg', box }, late: { image: 'f/c.jpg', box } };
    expect(rows.follow(drawn).toRead).toEqual([2]);
    items.gone(0, 'It is gone.');
    expect(rows.follow(drawn)).toEqual({ toRead: [], gone: [2], removed: [] });
    expect(rows.follow(drawn)).toEqual({ toRead: [], gone: [], removed: [] });
    add('a.jpg', 11);
    add('c.jpg');
    expect(rows.follow(drawn)).toEqual({ toRead: [2, 4], gone: [], removed: [] });
    expect(items.row(4)).toMatchObject({ id: 'box:late', image: 3 });
  });

  test('move with the image that they are in', () => {
    const { items, rows } = twoImages();
    rows.follow({ one: { image: 'f/a.jpg', box } });
    expect(rows.follow({ one: { image: 'f/b.jpg', box } }).toRead).toEqual([2]);
    expect(items.row(2)).toMatchObject({ image: 1, path: 'b.jpg' });
  });
});

describe('decoding boxes', () => {
  /** A decoder that gives each box a thumbnail of one byte: its id. */
  function setUp(fail = false) {
    const { items, rows } = twoImages();
    const asked: DecodeRequest[] = [];
    const kept: number[] = [];
    let id = 100;
    const decode = (request: DecodeRequest): Promise<DecodeResult> => {
      asked.push(request);
      const boxes = (request.boxes ?? []).map((each) => ({ id: each.id, thumbnail: Uint8Array.of(each.id) }));
      if (fail) return Promise.resolve({ id: 1, failure: { code: 'x', reason: 'It is broken.' } });
      return Promise.resolve({ ...success(1, hash), boxes } as DecodeResult);
    };
    const jobs = new BoxJobs(items, {
      decoder: { nextId: () => id++, decode },
      request: (index) => ({
        url: `img://file/${index}`,
        framing: { kind: 'stretch' },
        inputSize: 8,
        thumbnailSize: 4,
      }),
      thumbnail: (_hash, _box, jpeg) => kept.push(...jpeg),
    });
    return { items, rows, jobs, asked, kept };
  }

  test('is done for the boxes of an image together, each with its own answer', async () => {
    const { rows, jobs, asked, kept } = setUp();
    const at = (x: number, image: string) => ({ image, box: { ...box, x } });
    rows.follow({ one: at(0, 'f/a.jpg'), two: at(0.1, 'f/a.jpg'), three: at(0.2, 'f/b.jpg') });
    const results = await Promise.all([2, 3, 4].map((row) => jobs.submit(row).result));
    expect(asked.map(({ url, boxes }) => [url, boxes?.map((each) => [each.id, each.box.x])])).toEqual([
      [
        'img://file/0',
        [
          [100, 0],
          [101, 0.1],
        ],
      ],
      ['img://file/1', [[102, 0.2]]],
    ]);
    expect(results).toMatchObject([100, 101, 102].map((id) => ({ id, hash, thumbnail: Uint8Array.of(id) })));
    expect(kept).toEqual([100, 101, 102]);
  });

  test('takes at most 32 boxes into one job', async () => {
    const { rows, jobs, asked } = setUp();
    const many = Array.from({ length: 40 }, (_, i) => [
      `b${i}`,
      { image: 'f/a.jpg', box: { ...box, x: i / 100 } },
    ]);
    rows.follow(Object.fromEntries(many) as PlacedBoxes);
    await Promise.all(many.map((_, i) => jobs.submit(2 + i).result));
    expect(asked.map(({ boxes }) => boxes?.length)).toEqual([32, 8]);
  });

  test('fails for each of them where the image fails', async () => {
    const { rows, jobs } = setUp(true);
    rows.follow({ one: { image: 'f/a.jpg', box }, two: { image: 'f/a.jpg', box: { ...box, x: 0 } } });
    const results = await Promise.all([2, 3].map((row) => jobs.submit(row).result));
    expect(results).toMatchObject([
      { id: 100, failure: { code: 'x' } },
      { id: 101, failure: { code: 'x' } },
    ]);
  });

  test('is refused for what is no box', () => {
    expect(() => setUp().jobs.submit(0)).toThrow('Row 0 is no box.');
  });
});
