/**
 * @file What each call's arguments must be. The window is not trusted: it shows names and pictures that came from
 * files, so whatever it sends is checked here before any room sees it. Runs in main.
 */
import { z } from 'zod';
import type { Calls, Channel } from '../contract/calls';
import { commandSchema } from '../projects/commands';
import { itemIdSchema } from '../projects/schema';

const none = z.tuple([]);
const shortText = z.string().min(1).max(200);
const filePath = z
  .string()
  .min(1)
  .max(4096)
  .refine((p) => !p.includes('\0'), 'a path cannot hold a zero byte');

const exportOptions = z.strictObject({
  formats: z
    .array(z.enum(['tfjs', 'savedmodel']))
    .min(1)
    .max(2),
  base: z.enum(['none', 'imagenet']),
});

/** A folder's path comes from a dialog in main, never from the page. */
const windowCommand = commandSchema.refine((c) => c.name !== 'addFolder', 'a folder is added by choosing it');

export const argumentSchemas: { [C in Channel]: z.ZodType<Parameters<Calls[C]>> } = {
  'app:state': none,
  'project:chooseFolder': none,
  'project:chooseProject': none,
  'project:openRecent': z.tuple([shortText]),
  'project:openSample': none,
  'project:openDropped': z.tuple([filePath]),
  'project:forgetRecent': z.tuple([shortText]),
  'project:close': none,
  // zod's optional fields allow undefined where the contract's do not; commands never carry undefined over IPC.
  'project:apply': z.tuple([windowCommand]),
  'project:undo': none,
  'project:redo': none,
  'project:retrySave': none,
  'images:addFolder': none,
  'images:rescan': none,
  'images:showInFolder': z.tuple([itemIdSchema]),
  'embedding:pause': none,
  'embedding:resume': none,
  'embedding:cancel': none,
  'item:details': z.tuple([itemIdSchema]),
  'export:run': z.tuple([exportOptions]),
  'export:cancel': none,
  'export:showFolder': none,
};
