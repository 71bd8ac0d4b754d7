/** @file The constants of the backbone that comes with the app. */
import { describe, expect, it } from 'vitest';
import { likenessOf, readConstants } from '../../../../../main/engine/guessing/constants';
import { requireBase } from '../../../../../main/engine/imprinting/joins/base';

describe('readConstants', () => {
  it('has all that joins, scale and words need, and it fits together', async () => {
    const constants = await readConstants('resources/backbones/efficientnet-lite0');
    requireBase(constants);
    expect([constants.dimension, constants.classes, constants.labels.length]).toEqual([1280, 1000, 1000]);
    const { unrelated, related } = likenessOf(constants);
    expect(unrelated).toBeGreaterThan(0.1);
    expect(related).toBeGreaterThan(unrelated + 0.2);
    expect(constants.effectiveDimension).toBeGreaterThan(10);
  });

  it('refuses a folder that holds no backbone', async () => {
    await expect(readConstants('test')).rejects.toThrow('cannot be read');
  });
});
