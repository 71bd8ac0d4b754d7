/** @file Folders of backbones of the person's own, as adding one leaves them. For tests. */
import { cp, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { copiedFiles } from '../../../../../main/engine/ownBackbones/copiedFiles';
import {
  DESCRIPTION_FILE,
  MODEL_FOLDER,
  ownHash,
  ownId,
  writtenMean,
  type OwnDescription,
} from '../../../../../main/engine/ownBackbones/description';
import { scratchFolder } from '../backbone/support';

export type OwnParts = Pick<OwnDescription, 'input' | 'output'> & {
  model: Omit<OwnDescription['model'], 'folder'>;
} & Partial<Pick<OwnDescription, 'name' | 'licence' | 'constants' | 'measured'>>;

/** Pixels as they are, of squares of 8. */
export const PLAIN: OwnDescription['input'] = {
  ...{ size: 8, channels: 3, colour: 'RGB', layout: 'NHWC', type: 'float32' },
  ...{ mean: [0, 0, 0], std: [1, 1, 1] },
};

export function describeOwn(files: OwnDescription['files'], parts: OwnParts): OwnDescription {
  const { model, input, output } = parts;
  const what = { model: { ...model, folder: MODEL_FOLDER } as const, files, input, output };
  const mean = Float32Array.from({ length: output.dimension }, (_, i) => (i % 3) - 0.5);
  return {
    ...{ schema: 1, kind: 'opaque', id: ownId(ownHash(what)), name: parts.name ?? 'Plankton net' },
    ...{ licence: parts.licence ?? null, ...what },
    constants: parts.constants ?? {
      ...{ mean: writtenMean(mean), meanDistance: 2, withinClassCosine: 0.5, effectiveDimension: 20 },
      ...{ images: 88, estimatedFrom: 'sample photos' },
    },
    measured: parts.measured ?? { imagesPerSecond: 100, batch: 8, at: '2026-11-30T08:00:00.000Z' },
    added: '2026-11-30T08:00:00.000Z',
  };
}

/** `root`/own-… with a copy of the model in `from`. */
export async function ownFolder(from: string, parts: OwnParts, root?: string): Promise<string> {
  const description = describeOwn(await copiedFiles(from), parts);
  const dir = path.join(root ?? (await scratchFolder()), description.id);
  await mkdir(dir);
  await cp(from, path.join(dir, MODEL_FOLDER), { recursive: true });
  await writeFile(path.join(dir, DESCRIPTION_FILE), JSON.stringify(description));
  return dir;
}
