/** @file What is refused of a backbone's folder, and in which words. */
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Backbone } from '../../../../../main/engine/backbone/backbone';
import {
  backboneHash,
  meanEmbedding,
  readDescription,
  readLabels,
} from '../../../../../main/engine/backbone/description';
import { readGraph } from '../../../../../main/engine/backbone/weights';
import { BACKBONE, scratchFolder } from './support';

async function copyOfBackbone(): Promise<string> {
  const folder = await scratchFolder();
  await cp(BACKBONE, folder, { recursive: true });
  return folder;
}

describe('a backbone as it is shipped', () => {
  it('has its constants measured', async () => {
    const description = await readDescription(BACKBONE);
    const mean = meanEmbedding(description);
    expect(mean.length).toBe(1280);
    expect(Math.hypot(...mean)).toBeCloseTo(7.656, 2);
    expect(description.constants.images).toBeGreaterThanOrEqual(300);
  });

  it('has one thousand labels that differ in more than letter case', async () => {
    const labels = await readLabels(BACKBONE, await readDescription(BACKBONE));
    expect(new Set(labels.map((label) => label.toLowerCase())).size).toBe(1000);
    expect([labels[0], labels[387], labels[999]]).toEqual(['tench', 'lesser panda', 'toilet tissue']);
  });

  it('takes at most 10 MB', async () => {
    const { weights } = await readDescription(BACKBONE);
    expect(weights.bytes).toBeLessThanOrEqual(10e6);
  });

  it('keeps its hash when a constant changes and loses it when a layer does', async () => {
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
    await expect(Backbone.load(folder, await scratchFolder())).rejects.toThrow(
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
