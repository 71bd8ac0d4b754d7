/** @file Which input takes the picture and which output looks like an embedding. */
import { describe, expect, it } from 'vitest';
import type { Port } from '../../../../main/engine/ownBackbones/answer';
import { foundIn } from '../../../../main/ownBackbones/suggest';

const photo = (shape: number[] | null = [-1, 224, 224, 3], dtype: string | null = 'float32'): Port => ({
  ...{ name: 'photo', dtype, shape },
});
const out = (name: string, shape: number[] | null, dtype: string | null = 'float32'): Port => ({
  ...{ name, dtype, shape },
});
const found = (inputs: Port[], outputs: Port[]) => foundIn({ kind: 'savedmodel', inputs, outputs });
const suggested = (...outputs: Port[]): string => found([photo()], outputs).suggestion.output;

describe('the output', () => {
  it.each<[string, Port[], string]>([
    ['values rather than a map', [out('a', [-1, 7, 7, 512]), out('b', [-1, 512])], 'b'],
    ['a map rather than shares of classes', [out('Softmax', [-1, 1000]), out('map', [-1, 7, 7, 512])], 'map'],
    [
      'a usual length rather than a short one',
      [out('boxes', [-1, 4]), out('features', [-1, 64])],
      'features',
    ],
    ['a usual length rather than a long one', [out('x', [-1, 9000]), out('y', [-1, 4096])], 'y'],
    ['what is called an embedding', [out('a', [-1, 128]), out('embedding', [-1, 128])], 'embedding'],
    ['what its file does not say, before nothing', [out('n', [-1], 'float32'), out('m', null)], 'm'],
    ['shares of classes, before nothing', [out('predictions', [-1, 1000])], 'predictions'],
  ])('is %s', (_, outputs, expected) => expect(suggested(...outputs)).toBe(expected));

  it('is refused where none could be an embedding, with what there is', () => {
    expect(() => found([photo()], [out('ids', [-1, 5], 'int64'), out('rows', [-1, 4, 5])])).toThrow(
      /and it has ids \(int64 \[\?, 5\]\), rows \(float32 \[\?, 4, 5\]\)\. Nothing was added/,
    );
  });

  it('says of each what it can be', () => {
    const { outputs } = found(
      [photo()],
      [out('a', [-1, 8]), out('b', [-1, 3, 3, 8]), out('c', null), out('d', [-1, 1])],
    );
    expect(outputs.map(({ use }) => (typeof use === 'string' ? use : use.unfit))).toEqual([
      ...['vector', 'map', 'unsaid', 'not 2 to 16,384 values to an image'],
    ]);
  });
});

describe('the input', () => {
  const one = [out('e', [-1, 64])];

  it('has the side of its model, or any', () => {
    expect(found([photo([-1, 160, 160, 3])], one)).toMatchObject({ side: 160, suggestion: { side: 160 } });
    expect(found([photo([-1, -1, -1, 3])], one)).toMatchObject({ side: null, suggestion: { side: 224 } });
    expect(found([photo(null, null)], one)).toMatchObject({ side: null, input: { type: 'float32' } });
  });

  it('is fed whole numbers as they are', () => {
    const { suggestion, input } = found([photo([1, 8 * 4, 32, 3], 'uint8')], one);
    expect([suggestion.normalisation, input.type]).toEqual(['bytes', 'uint8']);
  });

  it.each<[RegExp, Port[]]>([
    [
      /one picture and nothing else, and its inputs are mask .*, photo/,
      [photo(), { ...photo(), name: 'mask' }],
    ],
    [/one picture and nothing else, and its inputs are none/, []],
    [/fed as float32, uint8 or int32/, [photo([-1, 8, 8, 3], 'string')]],
    [/\[images, height, width, 3\], and its input is photo \(float32 \[\?, 784\]\)/, [photo([-1, 784])]],
    [/with the colours last/, [photo([-1, 3, 224, 224])]],
    [/with the colours last/, [photo([-1, 28, 28, 1])]],
    [/fed as squares/, [photo([-1, 224, 300, 3])]],
    [/16 to 1024 pixels/, [photo([-1, 2048, 2048, 3])]],
  ])('is refused: %s', (sentence, inputs) => expect(() => found(inputs, one)).toThrow(sentence));
});
