/**
 * @file Every change to a project, as one named, serialisable command. Commands are checked against this schema
 * at the boundary; `reduce/` turns them into patches and their inverses. Runs in main; the window imports types.
 */
import { z } from 'zod';
import { ProjectError } from './errors';
import {
  boxSchema,
  classChangesSchema,
  folderSchema,
  givenSchema,
  groupNameSchema,
  idSchema,
  imageKeySchema,
  itemIdSchema,
  labelHowSchema,
  labelSchema,
  localTimeSchema,
  MAX_CLASSES,
  newClassSchema,
  placedBoxSchema,
  placeSchema,
  roleSchema,
  seedSchema,
  settingChangesSchema,
} from './schema';
import { told } from '../../strings/words';

const MAX_ITEMS = 200_000;
const items = z.array(itemIdSchema).min(1).max(MAX_ITEMS);
const many = <T extends z.ZodType>(one: T): z.ZodArray<T> => z.array(one).max(MAX_ITEMS);

/**
 * Classes, boxes and whatever is known of items, all in one step, from folder names or a file.
 * What was said before stays as it is, unless `replace`.
 */
const importSchema = z.strictObject({
  name: z.literal('import'),
  source: z.enum(['folder', 'file']),
  /** What the file or folder is called, without its path. */
  from: z.string().min(1).max(255),
  classes: z.array(newClassSchema).max(MAX_CLASSES),
  boxes: many(placedBoxSchema.extend({ id: idSchema })),
  /** `how` where the file says it; otherwise by `source`. */
  labels: many(z.strictObject({ class: idSchema, items, how: labelHowSchema.optional() })),
  groups: many(z.strictObject({ group: groupNameSchema, items })),
  places: many(z.strictObject({ place: placeSchema, items })),
  times: many(z.strictObject({ time: localTimeSchema, items })),
  roles: many(z.strictObject({ role: roleSchema, items })),
  replace: z.boolean(),
});

/**
 * What another person's project says of the same images, entry by entry as it was chosen: it replaces what was said
 * before, and labels keep who gave them, when and how.
 */
const takeOverSchema = z.strictObject({
  name: z.literal('takeOver'),
  /** What the other project is called. */
  from: z.string().min(1).max(200),
  classes: z.array(newClassSchema).max(MAX_CLASSES),
  boxes: many(placedBoxSchema.extend({ id: idSchema })),
  /** null where the other person gave none and is right: the label goes. */
  labels: many(z.strictObject({ label: labelSchema.nullable(), items })),
  groups: many(z.strictObject({ group: groupNameSchema, items })),
  places: many(z.strictObject({ place: placeSchema, items })),
  times: many(z.strictObject({ time: localTimeSchema, items })),
  roles: many(z.strictObject({ role: roleSchema, items })),
  excluded: many(z.strictObject({ excluded: z.boolean(), items })),
});

export const commandSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('addClass'), class: newClassSchema }),
  z.strictObject({
    name: z.literal('editClass'),
    id: idSchema,
    changes: classChangesSchema,
  }),
  /** Labels of `from` become labels of `into`; `from` goes. */
  z.strictObject({ name: z.literal('mergeClasses'), from: idSchema, into: idSchema }),
  /** Its labels go with it. */
  z.strictObject({ name: z.literal('deleteClass'), id: idSchema }),
  /** Sums from a file count for classes, some of them new; the files of the sums are in the project already. */
  z.strictObject({
    name: z.literal('addGiven'),
    classes: z.array(newClassSchema).max(MAX_CLASSES),
    given: z
      .array(z.strictObject({ class: idSchema, sums: givenSchema.omit({ at: true }) }))
      .min(1)
      .max(MAX_CLASSES),
  }),
  z.strictObject({ name: z.literal('removeGiven'), class: idSchema, of: givenSchema.shape.of }),
  /** `class: null` takes the labels away. */
  z.strictObject({ name: z.literal('label'), items, class: idSchema.nullable(), how: labelHowSchema }),
  /** Labels of several classes in one step, as when mixed guesses are accepted. */
  z.strictObject({
    name: z.literal('labelMany'),
    how: labelHowSchema,
    labels: z
      .array(z.strictObject({ class: idSchema, items }))
      .min(1)
      .max(MAX_CLASSES),
  }),
  importSchema,
  takeOverSchema,
  z.strictObject({
    name: z.literal('setExcluded'),
    /** A box alone too: one of which nobody can tell what it shows says nothing of the others in its image. */
    images: items,
    excluded: z.boolean(),
  }),
  z.strictObject({ name: z.literal('setGroup'), items, group: groupNameSchema.nullable() }),
  /** Several groups in one step, as when bursts are grouped. */
  z.strictObject({
    name: z.literal('setGroups'),
    groups: many(z.strictObject({ group: groupNameSchema.nullable(), items })).min(1),
  }),
  z.strictObject({
    name: z.literal('setRole'),
    items,
    role: roleSchema,
    /** The seed by which they were drawn for the check, which is then noted. */
    seed: seedSchema.optional(),
  }),
  /** `box: null` deletes it, and its label, group and role with it. */
  z.strictObject({
    name: z.literal('setBox'),
    id: idSchema,
    image: imageKeySchema,
    box: boxSchema.nullable(),
  }),
  /** New boxes about which the same is said as about the boxes `from`: the same things in the next picture. */
  z.strictObject({
    name: z.literal('copyBoxes'),
    boxes: many(placedBoxSchema.extend({ id: idSchema, from: idSchema })).min(1),
  }),
  z.strictObject({ name: z.literal('addFolder'), folder: folderSchema }),
  /** `path` is where the same folder is found now. */
  z.strictObject({
    name: z.literal('setFolder'),
    id: idSchema,
    changes: folderSchema.pick({ path: true, subfolders: true }).partial(),
  }),
  /** Image files have other names now; what was said about them goes along. */
  z.strictObject({
    name: z.literal('moveItems'),
    moves: many(z.strictObject({ from: imageKeySchema, to: imageKeySchema })).min(1),
  }),
  /** Its images' labels go with it. */
  z.strictObject({ name: z.literal('removeFolder'), id: idSchema }),
  z.strictObject({
    name: z.literal('setSettings'),
    changes: settingChangesSchema,
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
  throw new ProjectError('refused', told().projects.notUnderstood, `${where}: ${issue?.message}`);
}
