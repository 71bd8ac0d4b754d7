/** @file The command `backbones`: which there are, of those that came with the program and of the person's own. Runs in main. */
import type { InstalledBackbone } from '../../desk/backbones/installed';
import type { CommandContext } from '../context';
import type { Written } from '../invocation';
import { requireWritable, writeOutput } from '../outputs';
import { listSummary, type ListedBackbone } from './summary';

export async function runBackbones({ json, force }: Written, context: CommandContext): Promise<void> {
  await requireWritable([json], force);
  const { list, damaged } = context.studio.core.backbones;
  const backbones = list.map(listedAs);
  context.console.result(listSummary(backbones, damaged));
  const written = { backbones, ...(damaged.length > 0 && { damaged }) };
  if (json !== null) await writeOutput(json, `${JSON.stringify(written, null, 2)}\n`, force);
}

/** Which projects are seen by it nobody knows: they may lie anywhere, or on another machine. */
export function listedAs(backbone: InstalledBackbone): ListedBackbone {
  const { id, name, kind, inputSize: side, dimension: values, hash, bytes, imagesPerSecond } = backbone;
  return { id, name, kind, side, values, hash, bytes, imagesPerSecond };
}
