/** @file What metadata.json says of an export. */
import { describe, expect, it } from 'vitest';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { metadataSchema, type Metadata } from '../../../../../main/engine/modelFile/metadata';
import { scratchFolder } from '../backbone/support';
import { prepareTiny } from './tinyExport';

async function metadataOf(
  shots: number[],
  settings: Partial<Lesson['settings']> = {},
  names: string[] = [],
  boxes = false,
): Promise<Metadata> {
  const folder = path.join(await scratchFolder(), 'model');
  await (await prepareTiny(shots, settings, names, boxes)).write('savedmodel', folder);
  return metadataSchema.parse(JSON.parse(await readFile(path.join(folder, 'metadata.json'), 'utf8')));
}

describe('metadata.json', () => {
  it('tells how to feed the model and what made it', async () => {
    const found = await metadataOf([6, 4]);
    // None were given beside it.
    expect(found).not.toHaveProperty('sums');
    expect(found).toMatchObject({
      format: 'imprint-model',
      schema: 1,
      name: 'Garden',
      createdAt: '2026-01-02T03:04:05.000Z',
      tool: { name: 'Imprint Studio', version: '1.2.3' },
      model: { format: 'savedmodel', files: [{ name: 'saved_model.pb' }] },
      base: 'none',
      join: null,
      imprinting: 'balanced',
      input: { name: 'image', size: 8, type: 'uint8', range: [0, 255] },
      outputs: { probabilities: 'probabilities', logits: 'logits', embedding: 'embedding' },
      preprocessing: { framing: { kind: 'stretch' }, reduction: 'antialiased bilinear', decoderVersion: 1 },
      backbone: { id: 'efficientnet-lite0', licence: 'Apache-2.0' },
    });
  });

  it('tells how a box was seen only where boxes were labelled', async () => {
    expect((await metadataOf([6, 4])).preprocessing).not.toHaveProperty('boxes');
    const { framing, boxes } = (await metadataOf([6, 4], {}, [], true)).preprocessing;
    expect({ framing, boxes }).toEqual({
      framing: { kind: 'stretch' },
      boxes: { margin: 0.1, framing: { kind: 'stretch' } },
    });
  });

  it('names the classes in the order of the outputs, with what each was taught from', async () => {
    const { classes } = await metadataOf([6, 0, 4], {}, ['Perch', 'left out', 'two\nlines']);
    expect(classes).toEqual([
      { label: 'Perch', base: false, kind: 'class', images: 6, groups: 6, prototypes: 1 },
      { label: 'two\nlines', base: false, kind: 'class', images: 4, groups: 4, prototypes: 1 },
    ]);
  });

  it('puts base classes first, about which nothing was learnt here', async () => {
    const { classes, join } = await metadataOf([3, 3], { base: 'imagenet' });
    expect(classes).toHaveLength(32);
    expect(classes[0]).toEqual({
      ...{ label: 'base 0', base: true, kind: 'class', images: null, groups: null, prototypes: 1 },
    });
    expect(classes[31]).toMatchObject({ label: 'Class 1', base: false, images: 3 });
    expect(join).toBe('replace');
  });

  it('calls probabilities calibrated only where the window shows percentages', async () => {
    expect((await metadataOf([6, 6])).calibration).toEqual({ calibrated: true, reason: null });
    expect((await metadataOf([1, 1])).calibration.reason).toContain(
      'No class has a second independent image',
    );
    expect((await metadataOf([6])).calibration.reason).toContain('With one class');
    const joined = await metadataOf([6, 6], { base: 'imagenet' });
    expect(joined.calibration.calibrated).toBe(false);
    expect(joined.calibration.reason).toContain('own and base classes together');
  });

  it('carries the threshold with what it costs, as a cosine and as a logit', async () => {
    const { rejection, scale } = await metadataOf([12, 12, 12]);
    expect(rejection).toMatchObject({ reason: null, heldOutGroups: 36, groupsNeeded: 19 });
    expect(rejection.logit).toBeCloseTo(rejection.threshold! * scale!, 10);
    expect(rejection.falseRejectRate).toBeLessThanOrEqual(0.05);
    expect(rejection.foreignAccepted).toBeGreaterThanOrEqual(0);
  });

  it('says why there is no threshold, and leaves out what was not measured', async () => {
    const few = await metadataOf([3, 3]);
    expect(few.rejection).toMatchObject({ threshold: null, logit: null, falseRejectRate: null });
    expect(few.rejection.reason).toBe('A threshold needs 19 held-out groups of images; there are 6.');
    const appended = await metadataOf([12, 12], { base: 'imagenet', join: 'append' });
    expect(appended.scale).toBeNull();
    expect(appended.rejection.reason).toContain('no cosines');
  });

  it('says plain where imprinting was plain', async () => {
    expect((await metadataOf([2, 4], { balanced: false })).imprinting).toBe('plain');
    const appended = await metadataOf([2, 4], { base: 'imagenet', join: 'append' });
    expect(appended.imprinting).toBe('plain');
  });
});
