/** @file What was tried, written down and put among the backbones of the person's own. Runs in main; knows no Electron. */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { told } from '../../strings/words';
import { PersonError } from '../contract/errors';
import {
  DESCRIPTION_FILE,
  ownHash,
  ownId,
  writtenMean,
  type OwnDescription,
  type OwnFile,
  type OwnInput,
  type OwnModel,
} from '../engine/ownBackbones/description';
import { exists } from '../projects/freshFolder';
import { syncFolder, writeNew } from '../projects/files';
import { ownDescriptions } from './own';
import { notWritten } from './sentences';
import type { Outcome } from './tryModel';

interface Kept {
  name: string;
  licence: string | null;
  model: OwnModel;
  input: OwnInput;
  files: OwnFile[];
  outcome: Outcome;
}

export function describeBackbone({ name, licence, model, input, files, outcome }: Kept): OwnDescription {
  const { output, constants, trial, at } = outcome;
  const { mean, ...others } = constants;
  return {
    ...{ schema: 1, kind: 'opaque', id: ownId(ownHash({ model, files, input, output })), name, licence },
    ...{ model, files, input, output },
    constants: { mean: writtenMean(mean), ...others, estimatedFrom: 'sample photos' },
    measured: { imagesPerSecond: trial.imagesPerSecond, batch: trial.batch, at },
    added: new Date().toISOString(),
  };
}

/** What is known of a backbone before it is tried; how its values lie in the output follows from it. */
export type Untried = Pick<OwnDescription, 'model' | 'input' | 'files' | 'name'>;

/** The one of the same files, fed and asked likewise. */
export const sameAmong = (own: readonly OwnDescription[], wanted: Omit<Untried, 'name'>) =>
  own.find((one) => isDeepStrictEqual(computed(one), computed(wanted)));

const computed = ({ model, input, files }: Omit<Untried, 'name'>): unknown => [model, input, files];

/** @throws PersonError where one of the same files, fed and asked likewise, or of its name, is there */
export async function requireNew(wanted: Untried, backbones: string): Promise<void> {
  const own = await ownDescriptions(backbones);
  const same = sameAmong(own, wanted);
  if (same) throw new PersonError(told().adding.isThere(same.name));
  if (own.some(({ name }) => name === wanted.name))
    throw new PersonError(told().adding.nameTaken(wanted.name));
}

/**
 * Writes `backbone.json` beside the copied model, and gives the folder its name.
 * @param folder the hidden one
 * @throws PersonError where the disk refuses; the hidden folder is then as it was
 */
export async function writeBackbone(
  folder: string,
  backbones: string,
  description: OwnDescription,
): Promise<void> {
  const file = path.join(folder, DESCRIPTION_FILE);
  const target = path.join(backbones, description.id);
  try {
    await fs.rm(file, { force: true });
    await writeNew(file, Buffer.from(`${JSON.stringify(description, null, 2)}\n`));
    await syncFolder(folder);
    // One that is there and was not in the list is damaged: this one is whole.
    if (await exists(target)) await fs.rename(target, path.join(folder, 'replaced'));
    await fs.rename(folder, target);
    await syncFolder(backbones);
  } catch (error) {
    await fs.rm(file, { force: true }).catch(() => undefined);
    throw notWritten(error);
  }
  await fs.rm(path.join(target, 'replaced'), { recursive: true, force: true }).catch(() => undefined);
}
