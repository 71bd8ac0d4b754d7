/** @file The backbones that come with the app, as lists and About name them. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { readDescription } from './description';

export interface ShippedBackbone {
  id: string;
  name: string;
  /** SPDX identifier. */
  licence: string;
  trainedOn: string;
}

/**
 * @param root folder with one folder per backbone
 * @returns by id
 * @throws BackboneError where one is not what it should be
 */
export async function shippedBackbones(root: string): Promise<ShippedBackbone[]> {
  const folders = (await fs.readdir(root, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const read = folders.map(async ({ name }) => readDescription(path.join(root, name)));
  return (await Promise.all(read))
    .map(({ id, name, licence, source }) => ({ id, name, licence, trainedOn: source.trainedOn }))
    .sort((a, b) => a.id.localeCompare(b.id, 'en'));
}
