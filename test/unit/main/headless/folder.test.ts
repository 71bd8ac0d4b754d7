/** @file What a command finds in the folder it is given. */
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { classOf, readFolder } from '../../../../main/headless/folder/folder';
import { folderWith } from './support';

describe('a folder of images', () => {
  it('has a class for each path below it, and images without one at its root', async () => {
    const folder = folderWith('b/1.jpg', 'b/2.JPG', 'a/x/3.png', 'a/4.webp', '5.jpg', '.hidden/6.jpg');
    const found = await readFolder(folder);
    expect(found.classes).toEqual([
      { name: 'a', images: 1 },
      { name: 'a/x', images: 1 },
      { name: 'b', images: 2 },
    ]);
    expect(found.images).toBe(5);
    expect(found.unread).toEqual([]);
    expect(found.strangers).toEqual([]);
    expect(classOf('5.jpg')).toBeNull();
  });

  it('lists files that are none, pipes and links that go round, each with its reason', async () => {
    const folder = folderWith(
      ...[
        'a/1.jpg',
        'a/notes.txt',
        'a/pipe.jpg|',
        'a/pipe|',
        'a/loop > ..',
        'a/self > self',
        'a/gone.jpg > nowhere',
      ],
      ...['a/Thumbs.db', 'a/.DS_Store', 'b/2.jpg', 'a/other > ../b'],
    );
    const found = await readFolder(folder);
    expect(found.images).toBe(2);
    expect(Object.fromEntries([...found.unread, ...found.strangers].map((u) => [u.path, u.reason]))).toEqual({
      'a/notes.txt': 'a/notes.txt is not named like an image, so it was not read.',
      'a/pipe.jpg': 'a/pipe.jpg is a pipe, a socket or a device and no file.',
      'a/pipe': 'a/pipe is a pipe, a socket or a device and no file.',
      'a/loop': 'a/loop is a link back to a folder that it lies in, so it was not followed.',
      'a/self': 'a/self is a link to itself.',
      'a/gone.jpg': 'a/gone.jpg is a link that leads nowhere.',
    });
  });

  it.each([
    ['nothing there', (folder: string) => path.join(folder, 'missing'), /^There is no folder .*missing\.$/],
    ['a file', (folder: string) => path.join(folder, 'a/1.txt'), /1\.txt is no folder\.$/],
    ['a pipe', (folder: string) => path.join(folder, 'pipe'), /pipe is no folder\.$/],
    [
      'a link to itself',
      (folder: string) => path.join(folder, 'self'),
      /self is a link that leads to itself\.$/,
    ],
    [
      'free of images',
      (folder: string) => path.join(folder, 'a'),
      /^There are no images in .* \(1\.txt is not named like an image/,
    ],
    [
      'nothing in it',
      (folder: string) => path.join(folder, 'empty'),
      /^There are no images in .* \(JPEG, PNG, /,
    ],
  ])('is refused in a sentence where it is %s', async (_, place, sentence) => {
    const folder = folderWith('a/1.txt', 'pipe|', 'self > self', 'empty/.keep');
    await expect(readFolder(place(folder))).rejects.toThrow(sentence);
  });
});
