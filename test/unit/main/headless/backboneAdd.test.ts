/** @file The words of `backbone-add`, and what it shows of a report. */
import { describe, expect, it } from 'vitest';
import { summary, type AddedReport } from '../../../../main/headless/backboneAdd/summary';
import { parseCommandLine } from '../../../../main/headless/commandLine';

const understood = (words: string[]) => {
  const invocation = parseCommandLine(words, { cwd: '/home/user', version: '1', backbones: [] });
  if (invocation.command !== 'backbone-add') throw new Error(`understood as ${invocation.command}`);
  return invocation.options;
};

describe('the words', () => {
  it('may be the folder alone', () => {
    expect(understood(['backbone-add', 'net'])).toEqual({
      ...{ folder: '/home/user/net', name: null, licence: null, output: null, side: null, normalise: null },
      ...{ colour: 'RGB', compare: false, json: null, force: false },
    });
  });

  it('say how the model is fed, and what it is called', () => {
    const words = [
      'backbone-add',
      'net',
      '--name',
      ' Plankton ',
      '--normalise',
      'imagenet',
      '--colour',
      'BGR',
    ];
    expect(understood([...words, '--side', '160', '--output', 'pooled', '--compare'])).toMatchObject({
      ...{
        name: 'Plankton',
        normalise: 'imagenet',
        colour: 'BGR',
        side: 160,
        output: 'pooled',
        compare: true,
      },
    });
  });

  it.each([
    [['--normalise', 'half'], /no normalisation 'half': choose from bytes, unit, signed, imagenet, caffe/],
    [['--colour', 'GBR'], /no order of colours 'GBR'/],
    [['--side', '2000'], /--side needs a whole number from 16 to 1024/],
    [['--side', '8'], /--side needs a whole number from 16/],
    [['--name', ' '], /--name needs 1 to 80 characters/],
  ])('are wrong: %j', (words, sentence) => {
    expect(() => understood(['backbone-add', 'net', ...words])).toThrow(sentence);
  });
});

describe('the summary', () => {
  const port = { name: 'photo', dtype: 'float32', shape: [-1, 32, 32, 3] };
  const report: AddedReport = {
    model: {
      ...{ kind: 'tfjs-layers', input: { ...port, type: 'float32' }, side: 32, files: 2, bytes: 9 },
      outputs: [{ name: 'pooled', dtype: 'float32', shape: [-1, 96], use: 'vector', likeClasses: false }],
    },
    choices: { output: 'pooled', side: 32, normalisation: 'signed', colour: 'RGB' },
    ...{ ways: null, trial: null, backbone: null },
  };

  it('shows the ways beside each other, and that nothing was added', () => {
    const ways = [
      { normalisation: 'bytes' as const, colour: 'RGB' as const, right: null, photos: 50, margin: null },
      { normalisation: 'signed' as const, colour: 'BGR' as const, right: 44, photos: 50, margin: 0.2216 },
    ];
    expect(summary({ ...report, ways })).toBe(
      [
        'tfjs-layers, takes photo (float32) of 32 pixels; outputs: pooled',
        'embedding: pooled',
        'normalise  colour  told apart  margin',
        'bytes      RGB     no numbers       –',
        'signed     BGR       44 of 50   0.222',
        'nothing was added\n',
      ].join('\n'),
    );
  });

  it('shows a name with control characters without them', () => {
    const input = { ...report.model.input, name: 'photo\u001b[2J' };
    expect(summary({ ...report, model: { ...report.model, input } })).toContain('takes photo\ufffd[2J (');
  });

  it('shows what was measured, and by which id the backbone is asked for', () => {
    const trial: AddedReport['trial'] = {
      ...{ dimension: 96, imagesPerSecond: 61.8, batch: 8, alone: null, shares: false },
      figure: { normalisation: 'signed', colour: 'RGB', right: 60, photos: 72, margin: 0.2 },
      estimated: { meanDistance: 1, withinClassCosine: 0.514, effectiveDimension: 29.3, photos: 117 },
    };
    const backbone = { id: 'own-0123456789ab', name: 'Plankton', licence: null };
    const shown = summary({ ...report, trial, backbone });
    expect(shown).toContain('told apart: 60 of 72 sample photos, an estimate\n');
    expect(shown).toContain('cosine 0.51 within classes, effective dimension 29\n');
    expect(shown).toContain('added as own-0123456789ab (Plankton): --backbone own-0123456789ab\n');
  });
});
