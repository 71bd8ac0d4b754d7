/** @file A backbone of the person's own as commands name it, and what they cannot do with it. */
import { describe, expect, it } from 'vitest';
import type { InstalledBackbone } from '../../../../main/desk/backbones/installed';
import { WrongUse } from '../../../../main/headless/exit';
import { requireInstalled, requireKnownLayers, seenByChosen } from '../../../../main/headless/ownBackbone';
import { backboneNamed, ownBackboneNamed } from '../../../../main/headless/values';

const [first, second, third] = ['own-000000000001', 'own-000000000002', 'own-000000000003'] as const;
const there = {
  backbones: ['lite0', 'lite2'],
  own: [
    { id: first, name: 'Plankton net' },
    { id: second, name: 'Diatoms' },
    { id: third, name: 'diatoms' },
  ],
};

describe('a backbone', () => {
  it('is meant by its id, or by a name that only one of the person’s own has', () => {
    expect(backboneNamed(there, 'lite2')).toBe('lite2');
    expect(backboneNamed(there, second)).toBe(second);
    expect(backboneNamed(there, 'plankton NET')).toBe(first);
  });

  it('of a name that several have is asked for by id, and one that is not there is told from those that are', () => {
    const named = (value: string) => () => backboneNamed(there, value);
    expect(named('Diatoms')).toThrow(WrongUse);
    expect(named('Diatoms')).toThrow(`choose ${second} or ${third}.`);
    expect(named('resnet')).toThrow(`choose from lite0, lite2, ${first} (Plankton net),`);
  });
});

describe('a damaged one of the person’s own', () => {
  const broken = { ...there, damaged: ['own-00000000000d'] };

  it('is no backbone to see by, and can be removed by its id', () => {
    expect(() => backboneNamed(broken, 'own-00000000000d')).toThrow(
      "The backbone 'own-00000000000d' is damaged: add its model again with backbone-add.",
    );
    expect(ownBackboneNamed(broken, 'own-00000000000d')).toBe('own-00000000000d');
    expect(() => ownBackboneNamed({ ...broken, own: [] }, 'resnet')).toThrow(
      /your own are own-00000000000d \(damaged\)\.$/,
    );
  });
});

describe('what is removed', () => {
  const named = (value: string) => () => ownBackboneNamed(there, value);

  it('is one of the person’s own, by its id or a name that no other has', () => {
    expect(ownBackboneNamed(there, third)).toBe(third);
    expect(ownBackboneNamed(there, 'Plankton Net')).toBe(first);
    expect(named('diatoms')).toThrow(`choose ${second} or ${third}.`);
  });

  it('is none that came with the program, and none that is not there: those that are, are named', () => {
    expect(named('lite2')).toThrow(WrongUse);
    expect(named('lite2')).toThrow(
      `'lite2' comes with Imprint Studio and stays: your own are ${first} (Plankton net), ${second} (Diatoms)`,
    );
    expect(named('own-00000000000f')).toThrow(
      `There is no backbone 'own-00000000000f' of your own: your own are ${first}`,
    );
    expect(() => ownBackboneNamed({ backbones: ['lite0'] }, 'resnet')).toThrow(
      /there are none of your own\.$/,
    );
  });
});

describe('with one of the person’s own', () => {
  const seen = {
    backbone: first,
    ownBackbone: { name: 'Plankton net', kind: 'savedmodel', side: 96 },
  } as const;
  const exported = { folder: '/m', formats: ['tfjs', 'onnx'] as const };
  const asked = (base: 'none' | 'imagenet' | null, wanted?: typeof exported) => () =>
    requireKnownLayers(seen, {
      base,
      ...(wanted && { export: { ...wanted, formats: [...wanted.formats] } }),
    });

  it('base classes and exports are refused before anything is read, the formats by name', () => {
    expect(asked('imagenet')).toThrow(
      /^‘Plankton net’ \(own-000000000001\) is a backbone of your own.*leave out --base/,
    );
    expect(asked(null, exported)).toThrow(
      /^tfjs, onnx cannot be written with ‘Plankton net’ \(own-.*leave out --export\. With --project, classify/,
    );
  });

  it('what a new project notes is what the installed one says', () => {
    const chosen = { id: first, name: 'Plankton net', model: 'savedmodel', inputSize: 96 };
    const there = (id: string) => (id === first ? (chosen as InstalledBackbone) : null);
    expect(seenByChosen({ of: there }, first)).toEqual(seen);
    expect(seenByChosen({ of: there }, second)).toEqual({ backbone: second, ownBackbone: null });
  });

  it('all else goes on, as all does with a shipped one', () => {
    expect(asked('none')).not.toThrow();
    expect(asked(null)).not.toThrow();
    const both = { base: 'imagenet', export: { folder: '/m', formats: ['tfjs'] } } as const;
    expect(() =>
      requireKnownLayers(
        { backbone: 'lite0', ownBackbone: null },
        { ...both, export: { folder: '/m', formats: ['tfjs'] } },
      ),
    ).not.toThrow();
  });
});

describe('a project whose backbone is not here', () => {
  const none = { of: () => null };

  it('is refused with what it noted of it, and what to do', () => {
    const own = {
      backbone: first,
      ownBackbone: { name: 'Plankton net', kind: 'savedmodel', side: 96 },
    } as const;
    expect(() => requireInstalled('pond', own, none)).toThrow(
      /^pond is seen by the backbone ‘Plankton net’ \(own-000000000001\), which is not .*backbone-add, or/,
    );
    const tuned = { backbone: 'lite9-tuned-0123456789ab', ownBackbone: null };
    expect(() => requireInstalled('pond', tuned, none)).toThrow(/backbone ‘lite9’.*where it is installed/);
    expect(() => requireInstalled('pond', own, { of: () => ({}) as InstalledBackbone })).not.toThrow();
  });
});
