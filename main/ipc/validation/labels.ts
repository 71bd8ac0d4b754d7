/** @file Arguments of the calls that change what a person decided. Runs in main. */
import { z } from 'zod';
import type { LabelCalls } from '../../contract/areas/labels';
import { commandSchema } from '../../projects/commands';
import { itemIdSchema } from '../../projects/schema';
import { none, type Schemas } from './shapes';

/** Which file moved where comes from the scan; what another person said, and that they did, from their project. */
const MADE_BY_MAIN: ReadonlySet<string> = new Set(['addFolder', 'moveItems', 'takeOver']);

/** A folder's path comes from a dialog in main, never from the page; which head or backbone is kept, from the run that made it. */
const windowCommand = commandSchema.refine((command) => {
  if (command.name === 'setFolder') return command.changes.path === undefined;
  if (command.name === 'setSettings')
    return (command.changes.head ?? null) === null && command.changes.backbone === undefined;
  return !MADE_BY_MAIN.has(command.name);
}, 'folders, files, heads and other people are chosen, not named');

export const labelSchemas: Schemas<LabelCalls> = {
  // zod's optional fields allow undefined where the contract's do not; commands never carry undefined over IPC.
  'project:apply': z.tuple([windowCommand]),
  'project:undo': none,
  'project:redo': none,
  'project:retrySave': none,
  'item:details': z.tuple([itemIdSchema]),
};
