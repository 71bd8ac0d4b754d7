/** @file What a project cannot have while it is seen by a backbone of the person's own. */
import { describe, expect, it } from 'vitest';
import {
  requireBaseThere,
  requireExportable,
  requireLayers,
} from '../../../../../main/desk/backbones/limits';

const OWN = 'own-0123456789ab';
const settings = (changes: { base?: 'none' | 'imagenet'; backbone?: string; balanced?: boolean }) =>
  ({ name: 'setSettings', changes }) as const;

describe('base classes', () => {
  it('are refused beside it, also where it comes in the same step', () => {
    expect(() => requireBaseThere(settings({ base: 'imagenet' }), OWN)).toThrow('There are no base classes');
    const both = settings({ base: 'imagenet', backbone: OWN });
    expect(() => requireBaseThere(both, 'efficientnet-lite0')).toThrow('There are no base classes');
  });

  it.each([
    ['put away', settings({ base: 'none' }), OWN],
    ['not spoken of', settings({ balanced: false }), OWN],
    ['those of a shipped one', settings({ base: 'imagenet' }), 'efficientnet-lite0'],
    ['those of a shipped one to come', settings({ base: 'imagenet', backbone: 'efficientnet-lite2' }), OWN],
  ])('may be %s', (_what, command, present) => {
    expect(() => requireBaseThere(command, present)).not.toThrow();
  });
});

it('its layers are neither trained nor written', () => {
  expect(() => requireLayers(OWN)).toThrow('Only the head can be trained');
  expect(() => requireExportable(OWN)).toThrow(
    'TensorFlow.js, Teachable Machine, SavedModel, ONNX and TFLite',
  );
  for (const known of ['efficientnet-lite0', 'efficientnet-lite0-tuned-0123456789ab']) {
    requireLayers(known);
    requireExportable(known);
  }
});
