/** @file Reading CSV: columns by name and by place, encodings, values, and what is wrong with a row. */
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../../main/exchange/read/csv/csv';
import { textOf } from '../../../../main/exchange/read/text';

const first = (text: string) => readCsv(text).records[0];
const problem = (row: string, head = 'path,label,x,y,width,height,time,role') => {
  const { problems, records } = readCsv(`${head}\n${row}\n`);
  expect(records).toEqual([]);
  return problems;
};

describe('the columns', () => {
  it('are path and label where there is no header', () => {
    const { records, rows } = readCsv('a.jpg,Perch\nb.jpg,Pike\n');
    expect(records.map(({ line, paths, label }) => [line, paths, label])).toEqual([
      [1, ['a.jpg'], 'Perch'],
      [2, ['b.jpg'], 'Pike'],
    ]);
    expect(rows).toBe(2);
  });

  it.each([
    ['File Name,Species', 'a.jpg,Perch'],
    ['class;image_path', 'Perch;a.jpg'],
    ['filepath\tcategory', 'a.jpg\tPerch'],
    ['IMAGE|ClassLabel', 'a.jpg|Perch'],
  ])('are known by the names %s', (head, row) => {
    const read = readCsv(`${head}\n${row}\n`);
    expect(read.problems).toEqual([]);
    expect(read.records[0]).toMatchObject({ paths: ['a.jpg'], label: 'Perch', line: 2 });
  });

  it('that mean nothing are named', () => {
    expect(readCsv('path,label,weather\na.jpg,Perch,rain\n').ignoredColumns).toEqual(['weather']);
  });

  it('may hold a box in many spellings', () => {
    const box = { unit: 'pixel', x: 10, y: 20, width: 30, height: 40 };
    expect(first('path,label,x,y,width,height\na.jpg,P,10,20,30,40')?.box).toEqual(box);
    expect(first('path,label,xmin,ymin,xmax,ymax\na.jpg,P,10,20,40,60')?.box).toEqual(box);
    expect(first('path,label,bbox_left,bbox_top,bbox_right,bbox_bottom\na.jpg,P,10,20,40,60')?.box).toEqual(
      box,
    );
    expect(first('path,label,x_center,y_center,w,h\na.jpg,P,25,40,30,40')?.box).toEqual(box);
    expect(first('path,label,bbox\na.jpg,P,"[10, 20, 30, 40]"')?.box).toEqual(box);
    expect(first('path;label;x;y;width;height\na.jpg;P;0,1;0,2;0,3;0,4')?.box).toEqual({
      ...{ unit: 'fraction', x: 0.1, y: 0.2, width: 0.3, height: 0.4 },
    });
  });

  it('without a path or without anything else are refused as a whole', () => {
    expect(() => readCsv('label,x\nPerch,1\n')).toThrow(/No column says which image.*label, x/);
    expect(() => readCsv('path,weather\na.jpg,rain\n')).toThrow(/No column says which class/);
    expect(() => readCsv('a.jpg\nb.jpg\n')).toThrow(/one column/);
    expect(() => readCsv('\n \n')).toThrow(/empty/);
  });
});

describe('the text', () => {
  const text = 'path,label\nsjö.jpg,Äsche\n';
  it.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little endian', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 big endian', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['Latin-1', Buffer.from(text, 'latin1')],
  ])('is read from %s', (_, bytes) => {
    expect(first(textOf(bytes))).toMatchObject({ paths: ['sjö.jpg'], label: 'Äsche' });
  });

  it('counts lines, blank ones and those in quotes too', () => {
    const { records } = readCsv('path,label\r\n\r\na.jpg,"two\r\nlines"\r\nb.jpg,Pike\r\n');
    expect(records.map(({ line }) => line)).toEqual([3, 5]);
  });
});

describe('the values', () => {
  it.each([
    ['2026-05-31 14:30:05', '2026-05-31T14:30:05'],
    ['2026:05:31 14:30:05', '2026-05-31T14:30:05'],
    ['2026/05/31 4:30', '2026-05-31T04:30:00'],
    ['2026-05-31T14:30:05.250+02:00', '2026-05-31T14:30:05'],
  ])('time %s', (written, read) => {
    expect(first(`path,time\na.jpg,${written}\n`)?.time).toBe(read);
  });

  it('date and time may be two columns', () => {
    expect(first('path,date,time\na.jpg,2026-05-31,14:30\n')?.time).toBe('2026-05-31T14:30:00');
  });

  it('role, group and station', () => {
    expect(first('path,role,burst,station\na.jpg,Test,b7,north\n')).toMatchObject({
      ...{ role: 'check', group: 'b7', place: 'north', label: null },
    });
  });

  it.each([
    ['a.jpg,,,,,,,', /label is empty/],
    [',Perch,,,,,,', /names no image/],
    ['a.jpg,Perch,0.1,0.2,0.3,,,', /box is not complete/],
    ['a.jpg,Perch,0.1,0.2,wide,0.3,,', /'wide' in its box is no number/],
    ['a.jpg,Perch,,,,,31.05.2026,', /time '31.05.2026' is not like/],
    ['a.jpg,Perch,,,,,2026-02-30 10:00,', /there is no time|There is no time/],
    ['a.jpg,Perch,,,,,,teacher', /role 'teacher' is neither/],
    [`a.jpg,${'x'.repeat(201)},,,,,,`, /label has 201 letters/],
  ])('%s is left out with its line', (row, why) => {
    const problems = problem(row);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ line: 2, text: expect.stringMatching(why) as string });
  });
});
