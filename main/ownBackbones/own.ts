/** @file Which backbones of the person's own are there, as their descriptions say. Runs in main. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { OWN_ID, readOwnDescription, type OwnDescription } from '../engine/ownBackbones/description';

/** @returns by id, without those that cannot be read */
export async function ownDescriptions(folder: string): Promise<OwnDescription[]> {
  const names = await fs.readdir(folder).catch(() => []);
  const ids = names.filter((name) => OWN_ID.test(name)).sort();
  const read = ids.map((id) => readOwnDescription(path.join(folder, id)).catch(() => null));
  return (await Promise.all(read)).filter((one) => one !== null);
}
