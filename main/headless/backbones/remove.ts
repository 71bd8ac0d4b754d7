/** @file The command `backbone-remove`: takes one of the person's own away, as the window does. Runs in main. */
import { told } from '../../../strings/words';
import { PersonError } from '../../contract/errors';
import { adderFor } from '../backboneAdd/adderFor';
import type { CommandContext, Outcome } from '../context';
import type { BackboneRemoveOptions } from '../invocation';
import { reported, requireWritable } from '../outputs';
import { listedAs } from './list';
import { removedDamaged, removedSummary } from './summary';

export async function runBackboneRemove(
  options: BackboneRemoveOptions,
  context: CommandContext,
): Promise<Outcome> {
  const { id } = options;
  await requireWritable([options.json], options.force);
  const { backbones } = context.studio.core;
  const there = backbones.of(id);
  const damaged = backbones.damaged.find((one) => one.id === id);
  // It went since the words were understood.
  if (!there && !damaged) throw new PersonError(told().desk.noSuchBackbone(id));
  await adderFor(context).remove(id);
  const listed = there && listedAs(there);
  const text = listed ? removedSummary(listed) : removedDamaged(id);
  return reported(text, { removed: listed ?? damaged }, options);
}
