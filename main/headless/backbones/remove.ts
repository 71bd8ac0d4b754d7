/** @file The command `backbone-remove`: takes one of the person's own away, as the window does. Runs in main. */
import { told } from '../../../strings/words';
import { PersonError } from '../../contract/errors';
import { adderFor } from '../backboneAdd/adderFor';
import type { CommandContext } from '../context';
import type { BackboneRemoveOptions } from '../invocation';
import { requireWritable, writeOutput } from '../outputs';
import { listedAs } from './list';
import { removedDamaged, removedSummary } from './summary';

export async function runBackboneRemove(
  { id, json, force }: BackboneRemoveOptions,
  context: CommandContext,
): Promise<void> {
  await requireWritable([json], force);
  const { backbones } = context.studio.core;
  const there = backbones.of(id);
  const damaged = backbones.damaged.find((one) => one.id === id);
  // It went since the words were understood.
  if (!there && !damaged) throw new PersonError(told().desk.noSuchBackbone(id));
  await adderFor(context).remove(id);
  const removed = there ? listedAs(there) : damaged;
  context.console.result(there ? removedSummary(listedAs(there)) : removedDamaged(id));
  if (json !== null) await writeOutput(json, `${JSON.stringify({ removed }, null, 2)}\n`, force);
}
