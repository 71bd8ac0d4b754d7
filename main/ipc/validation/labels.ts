/** @file Arguments of the calls that change what a person decided. Runs in main. */
import { z } from 'zod';
import type { LabelCalls } from '../../contract/areas/labels';
import { commandSchema } from '../../projects/commands';
import { itemIdSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

/** A folder's path comes from a dialog in main, never from the page; which file moved where, from the scan. */
const windowCommand = commandSchema.refine((command) => {
  if (command.name === 'setFolder') return command.changes.path === undefined;
  return command.name !== 'addFolder' && command.name !== 'moveItems';
}, 'folders and files are chosen, not named');

export const labelSchemas: Schemas<LabelCalls> = {
  // zod's optional fields allow undefined where the contract's do not; commands never carry undefined over IPC.
  'project:apply': z.tuple([windowCommand]),
  'project:undo': none,
  'project:redo': none,
  'project:retrySave': none,
  'item:details': z.tuple([itemIdSchema]),
};
