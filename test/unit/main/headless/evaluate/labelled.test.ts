/** @file What the CSV beside embeddings says of their rows. */
import { describe, expect, it } from 'vitest';
import { fileName, labelledRows } from '../../../../../main/headless/evaluate/labelled';

const read = (text: string, rows: number, across: string | null = null) =>
  labelledRows(text, { file: 'embeddings.csv', rows, across });

describe('the CSV beside embeddings', () => {
  it('as it is saved here: rows by their number, those without a label left out', () => {
    const text =
      'row,id,path,x,y,width,height,label\n0,f/a.jpg,a.jpg,,,,,Perch\n1,f/b.jpg,b.jpg,,,,,\n2,f/c.jpg,c.jpg,,,,,Roach\n';
    expect(read(text, 3)).toEqual([
      { row: 0, class: 'Perch', group: 'row 0', domain: null },
      { row: 2, class: 'Roach', group: 'row 2', domain: null },
    ]);
  });

  it('of somebody else: in order, with groups, and a column or file names to ask across', () => {
    const text =
      'file;species;burst;vendor\nx/apple.png;smile;b1;A\nx/google.png;smile;b1;G\ny/apple.png;frown;;A\n';
    expect(read(text, 3, 'vendor')).toEqual([
      { row: 0, class: 'smile', group: 'group b1', domain: 'A' },
      { row: 1, class: 'smile', group: 'group b1', domain: 'G' },
      { row: 2, class: 'frown', group: 'row 2', domain: 'A' },
    ]);
    expect(read(text, 3, 'file').map(({ domain }) => domain)).toEqual(['apple', 'google', 'apple']);
  });

  it('is refused where it does not fit', () => {
    expect(() => read('path,colour\na,b\n', 1)).toThrow("no column that says the class: name it 'label'");
    expect(() => read('path,label\na,b\n', 2)).toThrow('1 rows for 2 embeddings');
    expect(() => read('row,label\n7,b\n', 2)).toThrow("row '7'");
    expect(() => read('row,label\n-1,b\n', 2)).toThrow("row '-1'");
    expect(() => read('path,label\na,b\n', 1, 'station')).toThrow("no column 'station'");
  });
});

describe('the name of a file', () => {
  it.each([
    ['a/b.c/smile.big.png', 'smile.big'],
    ['C:\\photos\\apple.png', 'apple'],
    ['plain', 'plain'],
  ])('%s is %s', (path, name) => expect(fileName(path)).toBe(name));
});
