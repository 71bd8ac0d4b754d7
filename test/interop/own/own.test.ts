/**
 * @file Models as people make them with TensorFlow, looked at and run by this program beside TensorFlow in Python; and those
 * that would do more than compute.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtModel } from '../../../main/engine/ownBackbones/lookAt';
import { photos } from '../../unit/main/engine/export/photos';
import { compare } from '../table/compare';
import { record } from '../table/reading';
import { answersOf } from './answersOf';
import { make, makeHostile, makers, WAYS } from './makers';

/** Of the largest value of an embedding: float32 after 100 layers, added up in another order. */
const LIMIT = 1e-4;
const SIDE = 64;
const home = mkdtempSync(path.join(os.tmpdir(), 'imprint-interop-own-'));
const fed = path.join(home, 'fed');
let images: Uint8Array[] = [];

beforeAll(async () => {
  await makers.install();
  const seen = photos.filter((_, i) => i % 5 === 0);
  images = await Promise.all(
    seen.map((file) => sharp(file).removeAlpha().resize(SIDE, SIDE, { fit: 'fill' }).raw().toBuffer()),
  );
  writeFileSync(fed, Buffer.concat(images));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

describe.each(WAYS)('$way by $maker', (one) => {
  const { maker, way, networks, refused } = one;
  const out = path.join(home, maker);
  let expected: Record<string, number[][]> = {};
  beforeAll(async () => {
    if (makers.missing(maker) === null) expected = await make(one, out, fed);
  });

  it.for(networks)(
    refused ? '%s is refused' : '%s answers as in TensorFlow',
    async (name, { skip, task }) => {
      const why = makers.missing(maker);
      if (why !== null) skip(why);
      const folder = path.join(out, `${way} ${name}`);
      if (refused !== undefined) return expect(lookAtModel(folder)).rejects.toThrow(refused);
      const answers = await answersOf(folder, images, SIDE);
      const said = compare(answers, expected[name]!, null);
      const format = `${way} by ${maker.split(' ')[0]} ${makers.version(maker)}`;
      record(task, { way: 'in', format, reader: 'Imprint Studio', given: 'pixels', model: name, ...said });
      const largest = Math.max(...expected[name]!.flat().map(Math.abs));
      expect(largest).toBeGreaterThan(1e-3);
      expect(said.maxAbsDiff! / largest).toBeLessThanOrEqual(LIMIT);
    },
  );
});

describe('a model that would do more than compute', () => {
  const out = path.join(home, 'hostile');
  beforeAll(async () => {
    if (makers.missing('tensorflowjs') === null) await makeHostile(out);
  });

  it.for([
    ['reading', 'ReadFile', 'take out of it what reads or writes files'],
    ['writing', 'WriteFile', 'take out of it what reads or writes files'],
    ['listing', 'MatchingFiles', 'take out of it what reads or writes files'],
    ['printing', 'PrintV2', 'take tf.print and summaries out of it'],
    ['python', 'EagerPyFunc', 'as operations of TensorFlow'],
    ['numpy', 'PyFunc', 'as operations of TensorFlow'],
    ['files', 'DecodeJpeg', 'with pixels as input'],
    ['table', 'files beside its weights', 'without the part that looks up names'],
    ['unserved', "no signature 'serving_default'", 'model.export'],
    ['lambda', 'Lambda', 'model.export'],
  ] as const)('is refused: %s', async ([name, what, advice], { skip }) => {
    const why = makers.missing('tensorflowjs');
    if (why !== null) skip(why);
    const error = await lookAtModel(path.join(out, name)).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(what);
    expect(String(error)).toContain(advice);
    expect(existsSync('/tmp/imprint-interop-hostile')).toBe(false);
  });
});
