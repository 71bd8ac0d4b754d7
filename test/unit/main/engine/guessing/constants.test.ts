/** @file The constants of the backbones that come with the app. */
import { describe, expect, it } from 'vitest';
import { likenessOf, readConstants } from '../../../../../main/engine/guessing/constants';
import { requireBase } from '../../../../../main/engine/imprinting/joins/base';
import { backboneFolder, IDS } from '../backbone/support';

describe('readConstants', () => {
  it.each(IDS)('has all that joins, scale and words need of %s, and it fits together', async (id) => {
    const constants = await readConstants(backboneFolder(id));
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
