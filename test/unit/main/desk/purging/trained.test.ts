/** @file Trained heads and backbones that are not in use go in a purge, those in use stay. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { HeadFiles } from '../../../../../main/desk/heads/headFiles';
import {
  trainedHeads,
  trainingFeatures,
  tunedBackbones,
  type TrainedParts,
} from '../../../../../main/desk/purging/trained';
import { KeptTunings } from '../../../../../main/desk/tuning/keptTunings';
import { newDocument } from '../../../../../main/projects/document';
import { temporaryFolder } from '../../projects/support';

const [one, other] = ['a'.repeat(64), 'b'.repeat(64)];

async function trained(head: string, standing: string, status: string | null = null) {
  const folder = temporaryFolder();
  const write = async (...place: string[]): Promise<void> => {
    const file = path.join(folder, ...place);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, '12345');
  };
  for (const of of [one, other]) for (const kind of ['json', 'head']) await write('heads', `${of}.${kind}`);
  for (const id of ['tuned-1', 'tuned-2']) await write('tuned', id, 'weights.bin');
  await write('features', 'items.features');
  const document = newDocument({ name: 'Pond', folders: [], now: '2026-01-01T00:00:00.000Z' });
  const settings = { ...document.settings, head: { of: head }, backbone: 'tuned-2' };
  const parts = {
    store: { document: { ...document, settings } },
    heads: { state: { standing: { kind: standing === 'tuned' ? 'kept' : standing } } },
    headFiles: new HeadFiles(path.join(folder, 'heads'), false),
    tuning: { state: { standing: { kind: standing }, run: status && { status } } },
    tunings: new KeptTunings(path.join(folder, 'tuned')),
    features: path.join(folder, 'features'),
  } as unknown as TrainedParts;
  const list = (name: string) => fs.readdir(path.join(folder, name)).then((names) => names.sort());
  return { parts, list };
}

it('keeps what is in use', async () => {
  const { parts, list } = await trained(other, 'tuned');
  expect(await trainedHeads(parts).look()).toEqual({ count: 1, bytes: 10 });
  await trainedHeads(parts).remove();
  expect(await list('heads')).toEqual([`${other}.head`, `${other}.json`]);
  expect(await tunedBackbones(parts).look()).toEqual({ count: 1, bytes: 5 });
  await tunedBackbones(parts).remove();
  expect(await list('tuned')).toEqual(['tuned-2']);
});

it('keeps none that is out of use, because something it learnt from is gone', async () => {
  const { parts, list } = await trained(other, 'out of use');
  expect(await trainedHeads(parts).look()).toEqual({ count: 2, bytes: 20 });
  await trainedHeads(parts).remove();
  await tunedBackbones(parts).remove();
  expect([await list('heads'), await list('tuned')]).toEqual([[], []]);
  expect(await trainedHeads(parts).look()).toEqual({ count: 0, bytes: 0 });
});

it('takes features, but not from a training', async () => {
  const busy = await trained(one, 'kept', 'ready');
  await expect(trainingFeatures(busy.parts).remove()).rejects.toThrow('still needed');
  expect(await busy.list('features')).toEqual(['items.features']);
  const { parts, list } = await trained(one, 'kept', 'failed');
  expect(await trainingFeatures(parts).look()).toEqual({ count: 1, bytes: 5 });
  await trainingFeatures(parts).remove();
  expect(await list('features')).toEqual([]);
});
