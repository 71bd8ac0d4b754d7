/** @file What the commands make of a person's words, and which they refuse. */
import { describe, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '../../../../main/contract/exportFormats';
import { METHOD_IDS } from '../../../../main/contract/training';
import { parseCommandLine } from '../../../../main/headless/commandLine';
import { WrongUse } from '../../../../main/headless/exit';
import type { EvaluateOptions, ImprintOptions, Invocation } from '../../../../main/headless/invocation';

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

function evaluate(words: string): EvaluateOptions {
  const invocation = parse(`evaluate ${words}`);
  if (invocation.command !== 'evaluate') throw new Error(`not evaluate but ${invocation.command}`);
  return invocation.options;
}

describe('evaluate', () => {
  it('has something for whatever was not said', () => {
    expect(evaluate('photos')).toEqual({
      ...{ folder: '/home/user/photos', base: 'none', join: 'replace', offset: 0, baseImages: null },
      ...{ backbone: 'efficientnet-lite0', embeddings: null, others: null, across: null },
      rule: { kind: 'episodes', ways: null, shots: [1, 5], episodes: 100 },
      ...{ seed: 0, methods: ['imprinting', 'balanced'], projection: 128, steps: null },
      ...{ json: null, csv: null, html: null, force: false },
    });
  });

  it('understands every option', () => {
    const words =
      '/p --base imagenet --join append --offset -1.5 --base-images b --backbone lite2 --embeddings e.npy ' +
      '--others o --across vendor --ways 20 --shots 5,1,5 --episodes 300 --seed 7 --methods wdae,softmax,imprinting ' +
      '--projection 64 --steps 200 --json r.json --csv r.csv --html r.html --force';
    expect(evaluate(words)).toEqual({
      ...{ folder: '/p', base: 'imagenet', join: 'append', offset: -1.5, baseImages: '/home/user/b' },
      ...{ backbone: 'lite2', embeddings: '/home/user/e.npy', others: '/home/user/o', across: 'vendor' },
      rule: { kind: 'episodes', ways: 20, shots: [1, 5], episodes: 300 },
      ...{ seed: 7, methods: ['imprinting', 'softmax', 'wdae'], projection: 64, steps: 200 },
      ...{ json: '/home/user/r.json', csv: '/home/user/r.csv', html: '/home/user/r.html', force: true },
    });
  });

  it('takes all ways, all methods, and folds in place of episodes', () => {
    expect(evaluate('p --ways all --shots 3').rule).toEqual({
      kind: 'episodes',
      ways: null,
      shots: [3],
      episodes: 100,
    });
    expect(evaluate('p --folds 5').rule).toEqual({ kind: 'k-fold', folds: 5 });
    expect(evaluate('p --leave-one-out').rule).toEqual({ kind: 'leave-one-out' });
    expect(evaluate('p --methods all').methods).toEqual(METHOD_IDS);
  });
});

describe('imprint', () => {
  it('takes what was not said from the project', () => {
    expect(imprint('photos')).toEqual({
      folder: '/home/user/photos',
      base: null,
      join: null,
      baseImages: null,
      background: null,
      given: { classes: [], from: null },
      backbone: null,
      draw: null,
      project: null,
      export: null,
      json: null,
      force: false,
    });
  });

  it('understands every option', () => {
    const words =
      '/p --base imagenet --join append --base-images b --background rest --classes x,/y --from m --backbone lite2 --shots 5 --seed 7 ' +
      '--project q --export out --formats savedmodel,tfjs,savedmodel --json r.json --force';
    expect(imprint(words)).toEqual({
      folder: '/p',
      base: 'imagenet',
      join: 'append',
      baseImages: '/home/user/b',
      background: 'rest',
      given: { classes: ['/home/user/x', '/y'], from: '/home/user/m' },
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
    [
      'imprint a --export o --formats coreml',
      `There is no format 'coreml': choose from ${EXPORT_FORMATS.join(', ')}.`,
    ],
    ['imprint a --export o --formats tfjs,caffe', "There is no format 'caffe'"],
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
    ['evaluate p --ways 1', '--ways needs a whole number from 2 up'],
    ['evaluate p --shots 0', '--shots needs a whole number from 1 up'],
    ['evaluate p --shots ,', '--shots needs numbers such as 1,5'],
    ['evaluate p --methods imprinting,magic', "There is no method 'magic'"],
    ['evaluate p --methods ,', '--methods needs one method at least'],
    ['evaluate p --folds 5 --episodes 10', 'Choose one'],
    ['evaluate p --leave-one-out --folds 5', 'Choose one'],
    ['evaluate p --base-images b', 'only with --base imagenet'],
    ['evaluate p --offset 2', 'only with --base imagenet'],
    ['evaluate p --base imagenet --offset much', "--offset needs a number, and got 'much'"],
    ['evaluate p --html x --csv x', 'the same file'],
    ['evaluate p --embeddings --force', "--embeddings needs a path, and got '--force'"],
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
