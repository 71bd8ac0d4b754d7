/** @file Class files: what is written comes back to the bit, and nothing hostile comes in. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeClassFile, encodeClassFile, givenSums } from '../../../../main/classFiles/format';
import { onePicture } from '../../../../main/classFiles/privacy';
import { mismatch } from '../../../../main/classFiles/space';
import { PersonError } from '../../../../main/contract/errors';
import { imprint } from '../../../../main/engine/imprinting/imprint';
import { ClassSums } from '../../../../main/engine/imprinting/sums';
import { bytes, sumsOf, Synthetic, type Sample } from '../engine/imprinting/synthetic';
import { fileOf, spaceNamed, summed } from './support';

const D = 40;
const space = new Synthetic(5, D);
const here = spaceNamed('a', D);
const folder = mkdtempSync(path.join(tmpdir(), 'imprint-class-'));

/** Through a file on the disk. */
function sent(name: string, sums: ClassSums): ClassSums {
  const file = path.join(folder, `${name}.imprint-class`);
  writeFileSync(file, encodeClassFile(fileOf(here, summed(name, sums))));
  const [one] = decodeClassFile(readFileSync(file), file).classes;
  const received = new ClassSums(D);
  received.give([givenSums(one!, 'unit')!]);
  return received;
}

function rows(classes: readonly ClassSums[], balanced: boolean): string {
  return bytes(imprint(classes, { balanced, base: false }).rows);
}

describe.each([true, false])('two labs, balanced %s', (balanced) => {
  it('have the weights of all their images together, to the byte, whoever receives', () => {
    for (let trial = 0; trial < 8; trial++) {
      const classes = [7, 3, 12].map((groups) => space.samples(groups, (group) => 1 + (group % 2)));
      const whole = rows(classes.map(sumsOf), balanced);
      const split = classes.map((samples): [Sample[], Sample[]] => {
        const names = space.shuffled([...new Set(samples.map(({ group }) => group))]);
        const first = new Set(names.slice(0, 1 + (trial % (names.length - 1))));
        return [samples.filter((s) => first.has(s.group)), samples.filter((s) => !first.has(s.group))];
      });
      for (const order of [
        [0, 1],
        [1, 0],
      ] as const) {
        const merged = split.map((two, c) => {
          const [own, other] = order.map((at) => sumsOf(two[at]));
          return own!.merge(sent(`c${c}`, other!));
        });
        expect(rows(merged, balanced)).toBe(whole);
      }
    }
  });
});

describe('a class file', () => {
  it('says everything again', () => {
    const background = summed('others', sumsOf(space.samples(2)), { kind: 'background', severalLooks: true });
    const preview = Buffer.from([0xff, 0xd8, 0xff, 0xd9]);
    const file = fileOf(here, summed('Perch', sumsOf(space.samples(4)), { preview }), background);
    const again = decodeClassFile(encodeClassFile(file), 'file');
    expect(encodeClassFile(again)).toEqual(encodeClassFile(file));
    expect(again.classes[0]!.preview).toEqual(preview);
    expect(again.classes[1]).toMatchObject({ kind: 'background', severalLooks: true, images: 2, shots: 2 });
  });

  it('does not count in another space, and both are named', () => {
    expect(mismatch(here, here)).toBeNull();
    expect(mismatch(here, spaceNamed('b', D))).toMatch(/Net \(aaaaaaaa…\).* Net \(bbbbbbbb…\)/);
    const crop = spaceNamed('a', D, 'centreCrop');
    const said = mismatch(crop, here);
    for (const { preprocessing } of [here, crop]) expect(said).toContain(preprocessing.hash.slice(0, 8));
    expect(mismatch(here, { ...here, backbone: { ...here.backbone, dimension: 7 } })).not.toBeNull();
  });

  it('tells which classes are a single picture', () => {
    const [one, burst, two] = [space.samples(1), space.samples(1, () => 3), space.samples(2)].map(sumsOf);
    const named = { one: one!, burst: burst!, two: two! };
    const classes = Object.entries(named).map(([name, sums]) => ({ name, parts: [sums] }));
    expect(onePicture(classes)).toEqual(['one', 'burst']);
    expect(onePicture([{ name: 'several', parts: [two!, one!] }])).toEqual(['several']);
  });
});

const plain = () =>
  JSON.parse(encodeClassFile(fileOf(here, summed('Perch', sumsOf(space.samples(3))))).toString()) as Plain;
interface Plain {
  [key: string]: unknown;
  schema: number;
  backbone: Record<string, unknown>;
  preprocessing: Record<string, unknown>;
  classes: { [key: string]: unknown; sums: { unit: { shots: number; squares: number; sum: string }[] } }[];
}
/** Changes the sum's bytes. */
function poked(file: Plain, change: (values: Buffer) => void): void {
  const part = file.classes[0]!.sums.unit[0]!;
  const values = Buffer.from(part.sum, 'base64');
  change(values);
  part.sum = values.toString('base64');
}

describe('hostile files', () => {
  const one = (file: Plain) => file.classes[0]!;
  const part = (file: Plain) => one(file).sums.unit[0]!;
  it.each<[string, (file: Plain) => unknown, string]>([
    ['NaN', (f) => poked(f, (v) => v.writeDoubleLE(NaN, 8)), 'NaN'],
    ['infinity', (f) => poked(f, (v) => v.writeDoubleLE(Infinity, 0)), 'Infinity'],
    ['a huge value', (f) => poked(f, (v) => v.writeDoubleLE(1e300, 16)), '1e+300'],
    ['a value off the grid', (f) => poked(f, (v) => v.writeDoubleLE(2 ** -33, 0)), 'cannot have'],
    ['a value that no three images have', (f) => poked(f, (v) => v.writeDoubleLE(3.5, 0)), '3.5'],
    ['a sum that is too long', (f) => poked(f, (v) => v.writeDoubleLE(2.9, 0)), 'cannot have'],
    ['a sum longer than its shots', (f) => poked(f, (v) => v.writeDoubleLE(2.875, 0)), 'does not fit'],
    ['zero', (f) => poked(f, (v) => v.fill(0)), 'no direction'],
    ['a sum that is cut off', (f) => (part(f).sum = part(f).sum.slice(0, 40)), 'not of 40 values'],
    ['a sum of other letters', (f) => (part(f).sum = '💣'.repeat(20)), 'sum'],
    [
      'a sum in loose base64',
      (f) => (part(f).sum = part(f).sum.replace(/(.)=*$/, 'B==')),
      'not of 40 values',
    ],
    ['more shots than images', (f) => (one(f)['images'] = 2), '3 shots of 2 images'],
    ['shots that do not add up', (f) => (one(f)['shots'] = 2), 'add up'],
    ['no images', (f) => (one(f)['images'] = 0), 'images'],
    ['a fraction of a shot', (f) => (part(f).shots = 1.5), 'shots'],
    ['more images than a class holds', (f) => (one(f)['images'] = 1e6 + 1), 'at most'],
    ['squares below their images', (f) => (part(f).squares = 1), 'no unit embeddings'],
    ['squares above their shots', (f) => (part(f).squares = 4), 'squared lengths'],
    ['squares off the grid', (f) => (part(f).squares = 3 - 2 ** -40), 'squared lengths'],
    ['no prototype', (f) => (one(f).sums.unit = []), 'unit'],
    [
      'a thousand prototypes',
      (f) => (one(f).sums.unit = Array.from({ length: 1000 }, () => part(f))),
      'unit',
    ],
    ['no class', (f) => (f.classes = []), 'classes'],
    ['a class twice', (f) => f.classes.push({ ...one(f), name: 'PERCH' }), 'same name'],
    ['a name of a megabyte', (f) => (one(f)['name'] = 'x'.repeat(1e6)), 'name'],
    ['a name of blanks', (f) => (one(f)['name'] = '   '), 'name'],
    [
      'a preview that is no JPEG',
      (f) => (one(f)['preview'] = Buffer.from('<svg/>').toString('base64')),
      'JPEG',
    ],
    ['a preview of a megabyte', (f) => (one(f)['preview'] = 'A'.repeat(1e6)), 'preview'],
    ['a field nobody knows', (f) => (f['run'] = 'me'), 'run'],
    ['an embedding of millions', (f) => (f.backbone['dimension'] = 1e7), 'dimension'],
    ['a hash that is none', (f) => (f.backbone['hash'] = 'abc'), 'hash'],
    [
      'another framing than its hash says',
      (f) => (f.preprocessing['framing'] = { kind: 'centreCrop' }),
      'hash',
    ],
    ['a newer schema', (f) => (f.schema = 2), 'newer version'],
  ])('with %s are refused', (_, spoil, said) => {
    const file = plain();
    spoil(file);
    expect(() => decodeClassFile(Buffer.from(JSON.stringify(file)), 'theirs')).toThrow(PersonError);
    expect(() => decodeClassFile(Buffer.from(JSON.stringify(file)), 'theirs')).toThrow(said);
  });

  it('of one image have the squared length of that image', () => {
    const file = plain();
    const single = sumsOf(space.samples(1));
    one(file)['images'] = one(file)['shots'] = part(file).shots = 1;
    part(file).sum = Buffer.from(single.sum.buffer).toString('base64');
    part(file).squares = single.squares;
    expect(decodeClassFile(Buffer.from(JSON.stringify(file)), 'theirs').classes).toHaveLength(1);
    part(file).squares -= 2 ** -30;
    expect(() => decodeClassFile(Buffer.from(JSON.stringify(file)), 'theirs')).toThrow('does not fit');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"format":'],
    ['a list', '[]'],
    ['another file', '{"format":"imprint-model"}'],
    ['a deep nest', '['.repeat(100_000)],
  ])('that are %s are no class files', (_, content) => {
    expect(() => decodeClassFile(Buffer.from(content), 'theirs')).toThrow('is no class file');
  });

  it('that are too large are not even parsed', () => {
    expect(() => decodeClassFile(Buffer.alloc(65e6, 32), 'theirs')).toThrow('65000000 bytes');
  });
});
