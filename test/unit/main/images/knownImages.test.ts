import path from 'node:path';
import { expect, it } from 'vitest';
import type { ImageFolder } from '../../../../main/contract/model';
import { knownImages } from '../../../../main/images/knownImages';
import type { IndexEntry } from '../../../../main/images/scanIndexFile';
import { temporaryFolder } from './support';

const folder = (id: string, path: string): ImageFolder => ({
  ...{ id, path, subfolders: 'plain', purpose: 'label' },
});
const entry = (folder: string, path: string, gone = false): IndexEntry => ({
  ...{ folder, path, size: 1, mtimeMs: 1, facts: null, gone, addedAt: 1 },
});

it('is what was there at the last look, in the order in which a look finds it', async () => {
  const root = temporaryFolder();
  const entries = [
    entry('two', '1.jpg'),
    entry('one', 'img10.jpg'),
    entry('one', 'img9.jpg'),
    entry('one', 'away.jpg', true),
    entry('dropped', 'a.jpg'),
    entry('unplugged', 'b.jpg'),
  ];
  const folders = [
    folder('one', root),
    folder('two', root),
    folder('unplugged', path.join(root, 'not there')),
  ];
  const known = await knownImages(entries, folders);
  expect(known.map(({ folder, path }) => `${folder}/${path}`)).toEqual([
    'one/img9.jpg',
    'one/img10.jpg',
    'two/1.jpg',
  ]);
});
