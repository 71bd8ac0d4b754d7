/** @file Which labels a training learns from, and when what came of it may still be used. */
import { expect, test } from 'vitest';
import { lessonOf } from '../../../../../main/desk/lesson';
import { lostOf, standingOf } from '../../../../../main/desk/tuning/standing';
import { tuningItems } from '../../../../../main/desk/tuning/tuningItems';
import type { Items } from '../../../../../main/images/items';
import { newDocument } from '../../../../../main/projects/document';

const at = '2026-01-01T00:00:00.000Z';
const key = (n: number): string => n.toString(16).padStart(64, '0');

/** Items 'f/0', 'f/1', …; class c of item n is n % classes. */
function labelled(count: number, classes: number) {
  const document = newDocument({ name: 'Pond', folders: [], now: at });
  const kind = 'class' as const;
  document.classes = Array.from({ length: classes }, (_, i) => ({
    id: `c${i}`,
    name: `C${i}`,
    colour: 0,
    key: null,
    kind,
  }));
  const ids = Array.from({ length: count }, (_, n) => `f/${n}`);
  ids.forEach((id, n) => (document.labels[id] = { class: `c${n % classes}`, how: 'hand', by: 'me', at }));
  const items = {
    indexOf: (id: string) => (ids.includes(id) ? ids.indexOf(id) : null),
    hash: (row: number) => key(row),
    row: () => ({ state: 'ready' }),
  } as unknown as Pick<Items, 'indexOf' | 'row' | 'hash'>;
  return { document, items, ids };
}

test('what is kept for the check, excluded, or of the background is not learnt from', () => {
  const { document, items } = labelled(8, 4);
  document.roles['f/0'] = 'check';
  document.excluded['f/1'] = { at, by: 'me' } as never;
  document.classes[2] = { ...document.classes[2]!, kind: 'background' };
  document.labels['f/3'] = { ...document.labels['f/3']!, how: 'bulk' };
  const found = tuningItems(document, items, 100, 0);
  expect(found.map(({ id }) => id)).toEqual(['f/3', 'f/4', 'f/5', 'f/7']);
  // The background leaves no gap among the classes.
  expect(found.map((item) => [item.of, item.class, item.bulk])).toEqual([
    ['c3', 2, true],
    ['c0', 0, false],
    ['c1', 1, false],
    ['c3', 2, false],
  ]);
});

test('of too many as many are drawn of each class, the same ones by the same seed', () => {
  const { document, items } = labelled(60, 3);
  for (let n = 0; n < 60; n++) if (n % 3 === 2 && n > 5) delete document.labels[`f/${n}`];
  const some = tuningItems(document, items, 22, 5);
  const perClass = [0, 1, 2].map((c) => some.filter((item) => item.class === c).length);
  expect(perClass).toEqual([10, 10, 2]);
  expect(tuningItems(document, items, 22, 5)).toEqual(some);
  expect(tuningItems(document, items, 22, 6)).not.toEqual(some);
});

test('a file with another name is still the same; another label, a check or an exclusion is not', () => {
  const { document, items } = labelled(4, 2);
  const learnt = [0, 1].map((n) => [`f/${n}`, `c${n}`, key(n)] as const);
  expect(lostOf(document, learnt, items)).toBe(0);
  expect(lostOf(document, [['old/0', 'c0', key(0)]], items)).toBe(0);
  expect(lostOf(document, [['old/0', 'c1', key(0)]], items)).toBe(1);
  document.labels['f/1'] = { ...document.labels['f/1']!, class: 'c0' };
  document.roles['f/0'] = 'check';
  expect(lostOf(document, learnt, items)).toBe(2);
});

test('labels that came since do not matter to it, and the shipped backbone stands alone', () => {
  const { document, items } = labelled(4, 2);
  expect(standingOf(document, null, items)).toEqual({ kind: 'shipped' });
  document.settings.backbone = 'efficientnet-lite0-tuned-0123456789ab';
  expect(standingOf(document, null, items)).toMatchObject({ kind: 'out of use', tuned: null });
});

test('what the backbone learnt from teaches, and is left out of scoring', () => {
  const { document, items } = labelled(4, 2);
  const { samples } = lessonOf(document, 1, items.indexOf, (item) => item === 'f/2');
  expect(samples.map(({ bulk }) => bulk)).toEqual([false, false, true, false]);
});
