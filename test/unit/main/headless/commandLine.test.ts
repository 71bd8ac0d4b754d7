/** @file What the commands make of a person's words, and which they refuse. */
import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../../../../main/headless/commandLine';
import { WrongUse } from '../../../../main/headless/exit';
import type { ImprintOptions, Invocation } from '../../../../main/headless/invocation';

const parse = (words: string): Invocation =>
  parseCommandLine(words.split(' '), { cwd: '/home/user', version: '1.2.3', backbones: ['lite0', 'lite2'] });

function imprint(words: string): ImprintOptions {
  const invocation = parse(`imprint ${words}`);
  if (invocation.command !== 'imprint') throw new Error(`not imprint but ${invocation.command}`);
  return invocation.options;
}

function refusal(words: string): string {
  try {
    parse(words);
  } catch (error) {
    if (error instanceof WrongUse) return error.message;
    throw error;
  }
  throw new Error(`'${words}' was not refused`);
}

describe('imprint', () => {
  it('takes what was not said from the project', () => {
    expect(imprint('photos')).toEqual({
      folder: '/home/user/photos',
      base: null,
      join: null,
      baseImages: null,
      background: null,
      backbone: 'lite0',
      draw: null,
      project: null,
      export: null,
      json: null,
      force: false,
    });
  });

  it('understands every option', () => {
    const words =
      '/p --base imagenet --join append --base-images b --background rest --backbone lite2 --shots 5 --seed 7 ' +
      '--project q --export out --formats savedmodel,tfjs,savedmodel --json r.json --force';
    expect(imprint(words)).toEqual({
      folder: '/p',
      base: 'imagenet',
      join: 'append',
      baseImages: '/home/user/b',
      background: 'rest',
      backbone: 'lite2',
      draw: { shots: 5, seed: 7 },
      project: '/home/user/q',
      export: { folder: '/home/user/out', formats: ['savedmodel', 'tfjs'] },
      json: '/home/user/r.json',
      force: true,
    });
  });

  it('draws with seed 0 and exports tfjs unless told otherwise', () => {
    expect(imprint('p --shots 3').draw).toEqual({ shots: 3, seed: 0 });
    expect(imprint('p --export out').export).toEqual({ folder: '/home/user/out', formats: ['tfjs'] });
  });
});

describe('classify', () => {
  it('classifies by a model or by a project', () => {
    expect(parse('classify p --model m --csv r.csv')).toEqual({
      command: 'classify',
      options: {
        folder: '/home/user/p',
        source: { model: '/home/user/m' },
        csv: '/home/user/r.csv',
        json: null,
        force: false,
      },
    });
    expect(parse('classify p --project q')).toMatchObject({
      options: { source: { project: '/home/user/q' } },
    });
  });
});

describe('bench', () => {
  it('measures all sets five times unless told otherwise', () => {
    expect(parse('bench')).toEqual({
      command: 'bench',
      options: {
        json: null,
        force: false,
        only: ['small', 'large', 'start', 'memory'],
        runs: 5,
        images: null,
      },
    });
    expect(parse('bench --only small,start --runs 1 --images 8')).toMatchObject({
      options: { only: ['small', 'start'], runs: 1, images: 8 },
    });
  });
});

describe('help', () => {
  it('lists the commands, and the options of each', () => {
    expect(parse('--help')).toMatchObject({ text: expect.stringContaining('classify') as string });
    expect(parse('imprint --help')).toMatchObject({
      text: expect.stringContaining('--base-images') as string,
    });
    expect(parse('--version')).toEqual({ command: 'text', text: '1.2.3\n' });
  });

  it('does not tell of what only the bench asks for', () => {
    expect(parse('--help')).toMatchObject({ text: expect.not.stringContaining('bench-part') as string });
  });
});

describe('wrong use', () => {
  it.each([
    ['label photos', "Unknown command 'label'"],
    ['imprint', "Missing required argument 'FOLDER'"],
    ['imprint a b', 'Too many arguments'],
    ['imprint a --inspect=1', "Unknown option '--inspect=1'"],
    ['imprint a --base cifar', "argument 'cifar' is invalid"],
    ['imprint a --join beside', "argument 'beside' is invalid"],
    ['imprint a --backbone resnet', "There is no backbone 'resnet': choose from lite0, lite2."],
    ['imprint a --export o --formats onnx', "There is no format 'onnx': choose from tfjs, savedmodel."],
    ['imprint a --export o --formats tfjs,tflite', "There is no format 'tflite'"],
    ['imprint a --export o --formats ,', 'at least one format'],
    ['imprint a --formats tfjs', 'give --export as well'],
    ['imprint a --seed 3', 'give --shots as well'],
    ['imprint a --shots 0', "--shots needs a whole number from 1 up, and got '0'."],
    ['imprint a --shots 1.5', "got '1.5'"],
    ['imprint a --shots 2 --seed -1', "got '-1'"],
    ['imprint a --shots 2 --seed 4294967296', '--seed needs a whole number'],
    ['imprint a --json', 'argument missing'],
    ['imprint a --json --force', "--json needs a path, and got '--force'"],
    ['imprint a --base-images b', 'only with --base imagenet'],
    ['imprint a --base none --base-images b', 'only with --base imagenet'],
    ['classify p', 'needs --model DIR or --project DIR'],
    ['classify p --model m --project q', 'not both'],
    ['classify p --model m --csv x --json x', 'the same file'],
    ['bench --only medium', "There is no part 'medium'"],
    ['bench --runs none', '--runs needs a whole number'],
    ['bench photos', 'Too many arguments'],
    ['bench-part all', "no part 'all'"],
    ['evaluate p --ways all --shots 1,5', 'evaluate is not available yet'],
  ])('refuses %s', (words, reason) => {
    expect(refusal(words)).toContain(reason);
  });

  it.each(['imprint a --inspect=1', 'imprint a --jsn x', 'label a', 'bench --runs 0'])(
    'says what is wrong with %s in one sentence on one line',
    (words) => {
      expect(refusal(words)).toMatch(/^[A-Z-][^\n]*\.$/);
    },
  );
});
