/** @file The words of `backbones` and `backbone-remove`, and what they show. */
import { describe, expect, it } from 'vitest';
import { listSummary, removedDamaged, removedSummary } from '../../../../main/headless/backbones/summary';
import { parseCommandLine } from '../../../../main/headless/commandLine';

const own = { id: 'own-0123456789ab', name: 'Plankton\u001b[2J' };
const understood = (...words: string[]) =>
  parseCommandLine(words, { cwd: '/home/user', version: '1', backbones: ['lite0'], own: [own] });

describe('the words', () => {
  it('of a list are nothing, or a file', () => {
    expect(understood('backbones')).toEqual({ command: 'backbones', options: { json: null, force: false } });
    expect(understood('backbones', '--json', 'b.json', '--force')).toEqual({
      ...{ command: 'backbones', options: { json: '/home/user/b.json', force: true } },
    });
  });

  it('of a removal are the backbone', () => {
    const options = { id: own.id, json: null, force: false };
    expect(understood('backbone-remove', own.id)).toEqual({ command: 'backbone-remove', options });
    expect(understood('backbone-remove', own.name)).toEqual({ command: 'backbone-remove', options });
    expect(() => understood('backbone-remove')).toThrow(/missing required argument/i);
    expect(() => understood('backbone-remove', 'lite0')).toThrow(/^'lite0' comes with Imprint Studio/);
  });
});

describe('the summary', () => {
  const mine = { ...own, kind: 'own' as const, side: 224, values: 2048, hash: 'ab', bytes: 94_500_000 };

  it('lines up what each is, with a dash where no speed was measured', () => {
    const shipped = { ...mine, id: 'lite0', name: 'Lite0', kind: 'shipped' as const, values: 1280 };
    const list = [
      { ...shipped, bytes: 9_300_000, imagesPerSecond: null },
      { ...mine, imagesPerSecond: 12.34 },
    ];
    expect(listSummary(list, [])).toBe(
      [
        'id                name                    pixels  values    MB  images/s',
        'lite0             Lite0                      224    1280   9.3         –',
        'own-0123456789ab  Plankton\ufffd[2J  your own     224    2048  94.5      12.3\n',
      ].join('\n'),
    );
  });

  it('tells of each that is damaged, on a line of its own that says what to do', () => {
    const damaged = [{ id: own.id, reason: '/b.json cannot be read: \u001b[2J' }];
    expect(
      listSummary([{ ...mine, imagesPerSecond: 1 }], damaged)
        .split('\n')
        .slice(2),
    ).toEqual([
      'own-0123456789ab, your own, is damaged: /b.json cannot be read: \ufffd[2J. Add its model again with backbone-add, or remove it with backbone-remove.',
      '',
    ]);
    expect(removedDamaged(own.id)).toMatch(/^removed own-0123456789ab, which was damaged; projects .*\n$/);
  });

  it('names what was removed, and what becomes of its projects', () => {
    const shown = removedSummary({ ...mine, imagesPerSecond: 1 });
    expect(shown).toMatch(/^removed own-0123456789ab \(Plankton\ufffd\[2J\), 94\.5 MB; projects .*\n$/);
  });
});
