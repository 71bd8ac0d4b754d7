import { expect, test } from 'vitest';
import { scenesOf } from '../../../../main/desk/scenes';

const box = { x: 0, y: 0, width: 1, height: 1 };
const row = (id: string, capturedAt: string | null = null) => ({ id, folder: id.split('/')[0]!, capturedAt });

test('groups, boxes of one image and bursts are scenes, and nothing else is', () => {
  const rows = [
    row('f/a', '2026-05-01T10:00:00'),
    row('f/b', '2026-05-01T10:00:09'),
    row('f/c', '2026-05-01T10:00:18'),
    row('f/d', '2026-05-01T10:00:29'),
    row('g/e', '2026-05-01T10:00:05'),
    row('f/f'),
    row('f/g'),
    row('f/h'),
    row('box:1'),
    row('box:2'),
    row('box:3'),
  ];
  const boxes = Object.fromEntries(['f/f', 'f/f', 'f/g'].map((image, i) => [String(i + 1), { image, box }]));
  const [a, b, c, d, e, f, g, h, ...inImages] = scenesOf(rows, {
    groups: { 'f/g': 'pond', 'f/h': 'pond' },
    boxes,
    times: {},
  });
  expect(new Set([a, b, c]).size).toBe(1);
  expect([d, e, f]).toEqual([-1, -1, -1]);
  expect(g).toBe(h);
  expect(inImages[0]).toBe(inImages[1]);
  expect(inImages[2]).toBe(g);
  expect(new Set([a, g, inImages[0]]).size).toBe(3);
  expect(Math.min(a!, g!, inImages[0]!)).toBeGreaterThanOrEqual(0);
});

test('a group wins over the time, and a time that is none is no time', () => {
  const rows = [
    row('f/a', '2026-05-01T10:00:00'),
    row('f/b', '2026-05-01T10:00:01'),
    row('f/c', '0000:00:00'),
  ];
  const [a, b, c] = scenesOf(rows, { groups: { 'f/b': 'x' }, boxes: {}, times: {} });
  expect([a === b, b! >= 0, c]).toEqual([false, true, -1]);
});

test('a time that a file gave wins over the camera’s', () => {
  const rows = [row('f/a', '2026-05-01T10:00:00'), row('f/b', '2026-05-01T10:00:01'), row('f/c')];
  const times = { 'f/b': '2026-05-01T11:00:00', 'f/c': '2026-05-01T10:00:02' };
  const [a, b, c] = scenesOf(rows, { groups: {}, boxes: {}, times });
  expect([a! >= 0, c, b]).toEqual([true, a, -1]);
});
