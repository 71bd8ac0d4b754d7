/** @file Files that were copied have other times and the same bytes: what is known of them is not made again. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { EmbeddingState } from '../../../../main/contract/model';
import { Items } from '../../../../main/images/items';
import { Reader } from '../../../../main/images/reader';
import type { ReaderParts } from '../../../../main/images/readerParts';
import { hasContent } from '../../../../main/images/sameContent';
import { temporaryFolder } from './support';

const nothing = () => undefined;
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const factsOf = (hash: string) => ({
  ...{ hash, width: 40, height: 30, capturedAt: null, camera: null, pixelHash: '0'.repeat(16) },
});

test('only a file of other bytes goes to the decoder', async () => {
  const folder = temporaryFolder();
  const asked: string[] = [];
  const learnt: string[] = [];
  const items = new Items('secret', nothing);
  for (const name of ['same.jpg', 'other.jpg', 'new.jpg']) {
    writeFileSync(path.join(folder, name), name);
    items.add({ folder: 'f', path: name, size: name.length, mtimeMs: 2, addedAt: 5, facts: null }, folder);
  }
  const submit = ({ path: file }: { path: string }) => {
    asked.push(path.basename(file));
    return { id: asked.length, result: new Promise(nothing) };
  };
  const index = { get: () => null, learn: (file: { path: string }) => learnt.push(file.path) };
  const states: EmbeddingState[] = [];
  const parts = {
    ...{
      framing: { kind: 'stretch' },
      thumbnails: null,
      engine: {},
      sidecar: '',
      shipped: { dir: '', inputSize: 224 },
    },
    ...{ decoder: { submit }, index, readOnly: false },
  };
  const reader = new Reader(items, parts as unknown as ReaderParts, {
    ...{ progress: ({ state }) => states.push(state), embeddings: nothing, trouble: nothing },
  });
  reader.files.facts.rewritten(
    new Map([
      ['f/same.jpg', factsOf(hashOf('same.jpg'))],
      ['f/other.jpg', factsOf(hashOf('what it was'))],
    ]),
  );
  await reader.read([0, 1, 2]);
  await expect.poll(() => asked.sort()).toEqual(['new.jpg', 'other.jpg']);
  await expect.poll(() => learnt).toEqual(['same.jpg']);
  expect(items.content(0)).toBe(hashOf('same.jpg'));
  expect(reader.pipeline.progress).toMatchObject({ state: 'running', done: 1, total: 3 });
  reader.close();
});

test('what cannot be read, or is no file, has no content', async () => {
  const folder = temporaryFolder();
  writeFileSync(path.join(folder, 'a.jpg'), 'bytes');
  mkdirSync(path.join(folder, 'b.jpg'));
  const of = (name: string) => hasContent(path.join(folder, name), hashOf('bytes'));
  expect([await of('a.jpg'), await of('b.jpg'), await of('c.jpg')]).toEqual([true, false, false]);
});
