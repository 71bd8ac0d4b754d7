/**
 * @file Every change to a project, as one named, serialisable command. Commands are checked against this schema
 * at the boundary; `reduce/` turns them into patches and their inverses. Runs in main; the window imports types.
 */
import { z } from 'zod';
import { ProjectError } from './errors';
import {
  boxSchema,
  classSchema,
  folderSchema,
  groupNameSchema,
  idSchema,
  imageKeySchema,
  itemIdSchema,
  labelHowSchema,
  MAX_CLASSES,
  settingsSchema,
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
  /** New classes and labels at once, from folder names or a file. Items that have a label keep it. */
  z.strictObject({
    name: z.literal('importLabels'),
    how: z.enum(['imported', 'folder']),
    classes: z.array(classSchema).max(MAX_CLASSES),
    labels: z.array(z.strictObject({ class: idSchema, items })).max(MAX_CLASSES),
  }),
  z.strictObject({
    name: z.literal('setExcluded'),
    images: z.array(imageKeySchema).min(1).max(200_000),
    excluded: z.boolean(),
  }),
  z.strictObject({ name: z.literal('setGroup'), items, group: groupNameSchema.nullable() }),
  z.strictObject({ name: z.literal('setRole'), items, role: z.enum(['learn', 'check']) }),
  /** `box: null` deletes it, and its label, group and role with it. */
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
    changes: settingsSchema.omit({ backbone: true }).partial(),
  }),
]);

export type Command = z.infer<typeof commandSchema>;
export type CommandName = Command['name'];
export type CommandNamed<N extends CommandName> = Extract<Command, { name: N }>;

/**
 * Checks a command that comes from outside this room.
 * @throws {ProjectError} 'refused', naming the first field that is wrong.
 */
export function parseCommand(value: unknown): Command {
  const parsed = commandSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new ProjectError(
    'refused',
    'This change was not understood and nothing was changed.',
    `${where}: ${issue?.message}`,
  );
}
