/**
 * @file Every change to a project, as one named, serialisable command. Commands are checked against this schema
 * at the boundary; `history.ts` applies them and derives their inverses. Runs in main; the window imports types.
 */
import { z } from 'zod';
import {
  boxSchema,
  classSchema,
  folderSchema,
  framingSchema,
  idSchema,
  imageKeySchema,
  itemIdSchema,
  labelHowSchema,
} from './schema';

const items = z.array(itemIdSchema).min(1).max(200_000);

export const commandSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('addClass'), class: classSchema }),
  z.strictObject({
    name: z.literal('editClass'),
    id: idSchema,
    changes: classSchema.omit({ id: true }).partial(),
  }),
  /** Labels of `from` become labels of `into`; `from` goes. */
  z.strictObject({ name: z.literal('mergeClasses'), from: idSchema, into: idSchema }),
  /** Its labels go with it. */
  z.strictObject({ name: z.literal('deleteClass'), id: idSchema }),
  /** `class: null` takes the labels away. */
  z.strictObject({ name: z.literal('label'), items, class: idSchema.nullable(), how: labelHowSchema }),
  z.strictObject({
    name: z.literal('setExcluded'),
    images: z.array(imageKeySchema).min(1).max(200_000),
    excluded: z.boolean(),
  }),
  z.strictObject({ name: z.literal('setGroup'), items, group: z.string().min(1).max(200).nullable() }),
  z.strictObject({ name: z.literal('setRole'), items, role: z.enum(['learn', 'check']) }),
  z.strictObject({
    name: z.literal('setBox'),
    id: idSchema,
    image: imageKeySchema,
    box: boxSchema.nullable(),
  }),
  z.strictObject({ name: z.literal('addFolder'), folder: folderSchema }),
  /** Its images' labels go with it. */
  z.strictObject({ name: z.literal('removeFolder'), id: idSchema }),
  z.strictObject({
    name: z.literal('setSettings'),
    changes: z
      .strictObject({
        framing: framingSchema,
        base: z.enum(['none', 'imagenet']),
        join: z.enum(['replace', 'append']),
        balanced: z.boolean(),
      })
      .partial(),
  }),
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandName = Command['name'];
