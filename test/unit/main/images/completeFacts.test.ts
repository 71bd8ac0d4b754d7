/** @file Images of an older index are read once more for what it did not note. */
import { expect, test } from 'vitest';
import { Items } from '../../../../main/images/items';
import { Reader } from '../../../../main/images/reader';
import type { ReaderParts } from '../../../../main/images/readerParts';

const nothing = () => undefined;

function reader() {
  const asked: string[] = [];
  const items = new Items('secret', nothing);
  const facts = { hash: 'a'.repeat(64), width: 40, height: 30, capturedAt: null, camera: null };
  for (const [name, pixelHash] of [
    ['old.jpg', null],
    ['new.jpg', '0'.repeat(16)],
    ['older.jpg', null],
  ] as const) {
    const seen = { folder: 'f', path: name, size: 10, mtimeMs: 1, addedAt: 5 };
    items.add({ ...seen, facts: { ...facts, pixelHash } }, '/photos');
  }
  const submit = ({ path }: { path: string }) => {
    asked.push(path);
    return { id: asked.length, result: new Promise(nothing) };
  };
  const parts = {
    ...{
      framing: { kind: 'stretch' },
      thumbnails: null,
      engine: {},
      sidecar: '',
      shipped: { dir: '', inputSize: 224 },
    },
    ...{ decoder: { submit }, index: {}, readOnly: false },
  };
  const made = new Reader(items, parts as unknown as ReaderParts, {
    ...{ progress: nothing, embeddings: nothing, trouble: nothing },
  });
  return { made, items, asked };
}

test('reads the ready ones again, however often it is asked, and says how many', () => {
  const { made, items, asked } = reader();
  for (const { index } of items.rows) items.ready(index);
  expect(made.completeFacts()).toBe(2);
  expect(made.completeFacts()).toBe(2);
  expect(asked).toEqual(['/photos/old.jpg', '/photos/older.jpg']);
});

test('leaves those alone that wait to be read anyway', () => {
  const { made, items, asked } = reader();
  for (const { index } of items.rows) items.waiting(index);
  expect(made.completeFacts()).toBe(0);
  expect(asked).toEqual([]);
});
