/** @file The command `backbones`: which there are, of those that came with the program and of the person's own. Runs in main. */
import type { InstalledBackbone } from '../../desk/backbones/installed';
import type { CommandContext, Outcome } from '../context';
import type { Written } from '../invocation';
import { reported, requireWritable } from '../outputs';
import { listSummary, type ListedBackbone } from './summary';

export async function runBackbones(options: Written, context: CommandContext): Promise<Outcome> {
  await requireWritable([options.json], options.force);
  const { list, damaged } = context.studio.core.backbones;
  const backbones = list.map(listedAs);
  const report = { backbones, ...(damaged.length > 0 && { damaged }) };
  return reported(listSummary(backbones, damaged), report, options);
}

/** Which projects are seen by it nobody knows: they may lie anywhere, or on another machine. */
export function listedAs(backbone: InstalledBackbone): ListedBackbone {
  const { id, name, kind, inputSize: side, dimension: values, hash, bytes, imagesPerSecond } = backbone;
  return { id, name, kind, side, values, hash, bytes, imagesPerSecond };
}
