/** @file Which image of one project is which of the other's. */
import { describe, expect, it } from 'vitest';
import { matchImages } from '../../../../../main/exchange/merging/images';
import type { ImageOf } from '../../../../../main/exchange/merging/parts';
import { folderOf } from './support';

/** '<folder>/<path>' or '<folder>/<path>=<content>'. */
function image(text: string): ImageOf {
  const [id = '', hash = null] = text.split('=');
  const at = id.indexOf('/');
  return { id, folder: id.slice(0, at), path: id.slice(at + 1), hash };
}

const HERE = [folderOf('f', '/home/anna/Pond'), folderOf('h', '/home/anna/Lake')];
const THERE = [folderOf('g', 'D:\\photos\\Pond')];

/** Their image → the image here, with how it was found, or why not. */
function found(here: string[], there: string[], folders = HERE, others = THERE): string[] {
  const work = matchImages(
    { images: here.map(image), folders },
    { images: there.map(image), folders: others },
  );
  let step = work.next();
  while (!step.done) step = work.next();
  const matches = step.value;
  return [...matches.values()].map((one) => ('image' in one ? `${one.image.id} by ${one.by}` : one.reason));
}

describe('an image of the other project', () => {
  it('is found by its content wherever it lies, before any path', () => {
    expect(found(['f/a.jpg=1', 'f/new/b.jpg=2'], ['g/b.jpg=2', 'g/a.jpg=1', 'g/c.jpg=1'])).toEqual([
      ...['f/new/b.jpg by content', 'f/a.jpg by content', 'twice'],
    ]);
  });

  it('is found by its path below the folder where one of the two does not know its content', () => {
    expect(found(['f/n/a.jpg=1', 'f/b.jpg'], ['g/n/a.jpg', 'g/b.jpg=2'])).toEqual([
      ...['f/n/a.jpg by path', 'f/b.jpg by path'],
    ]);
  });

  it('is not one that only has its name', () => {
    expect(found(['f/a.jpg=1', 'f/n/b.jpg'], ['g/a.jpg=2', 'g/b.jpg', 'g/c.jpg=3'])).toEqual([
      ...['content', 'missing', 'missing'],
    ]);
  });

  it('is the one of its path where several have its content, and else none', () => {
    const here = ['f/a.jpg=1', 'f/b.jpg=1'];
    expect(found(here, ['g/a.jpg=1', 'g/b.jpg=1', 'g/c.jpg=1'])).toEqual([
      ...['f/a.jpg by content', 'f/b.jpg by content', 'several'],
    ]);
  });

  it('is looked for in the folder of the same name first', () => {
    expect(found(['h/a.jpg', 'f/a.jpg'], ['g/a.jpg'])).toEqual(['f/a.jpg by path']);
    expect(found(['h/a.jpg', 'f/a.jpg'], ['g/a.jpg'], HERE, [folderOf('g', '/x')])).toEqual(['several']);
  });

  it('is found where one opened a folder within the other’s', () => {
    const above = [folderOf('f', '/home/anna')];
    expect(found(['f/Pond/n/a.jpg', 'f/Lake/n/a.jpg'], ['g/n/a.jpg'], above)).toEqual([
      'f/Pond/n/a.jpg by path',
    ]);
    const over = [folderOf('g', '/media/ben')];
    expect(found(['f/n/a.jpg', 'h/n/a.jpg'], ['g/Lake/n/a.jpg'], HERE, over)).toEqual(['h/n/a.jpg by path']);
  });

  it('may be spelt otherwise by another system', () => {
    expect(found(['f/Sj\u00f6/a.jpg'], ['g/Sjo\u0308/a.jpg'])).toEqual(['f/Sjö/a.jpg by path']);
  });
});
