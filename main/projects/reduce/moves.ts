/** @file The command for image files that have another name or place now. Pure. Runs in main. */
import type { CommandNamed } from '../commands';
import { ITEM_SECTIONS } from '../document';
import { refuse } from '../errors';
import { ChangeBuilder } from '../patches';
import type { Change } from '../patches';
import type { ProjectDocument } from '../schema';
import { knownItems, Once } from './known';
import { told } from '../../../strings/words';

type Document = Readonly<ProjectDocument>;

/**
 * What was said about the images, and their boxes, goes to their new names; swapped names are no trouble.
 * @throws {ProjectError} 'refused' where something was said about a new name already: that would be lost.
 */
export function moveItems(document: Document, { moves, ...command }: CommandNamed<'moveItems'>): Change {
  const real = moves.filter(({ from, to }) => from !== to);
  new Once(told().refusals.twoNewNames).take(
    knownItems(
      document,
      real.map(({ from }) => from),
    ),
  );
  const once = new Once(told().refusals.twoOldNames);
  for (const { to } of real) once.take([to]);
  knownItems(
    document,
    real.map(({ to }) => to),
  );
  const target = new Map(real.map(({ from, to }) => [from, to]));
  if (target.size < real.length) refuse(told().refusals.twoNamesGiven);
  const change = new ChangeBuilder(document);
  for (const section of ITEM_SECTIONS) moveEntries(change, section, target);
  moveBoxes(change, target);
  return change.done(told().steps.moveImages(real.length), {
    ...command,
    moves,
  });
}

/** One patch for each name: one that is left and taken in the same step changes once. */
function moveEntries(
  change: ChangeBuilder,
  section: (typeof ITEM_SECTIONS)[number],
  target: ReadonlyMap<string, string>,
): void {
  const entries = change.document[section];
  const taken = new Set<string>();
  for (const [from, to] of target) {
    const value = Object.hasOwn(entries, from) ? entries[from] : undefined;
    if (value === undefined) continue;
    if (Object.hasOwn(entries, to) && !target.has(to)) refuseTaken(to);
    change.put(section, to, value);
    taken.add(to);
  }
  for (const from of target.keys()) if (!taken.has(from)) change.drop(section, from);
}

function moveBoxes(change: ChangeBuilder, target: ReadonlyMap<string, string>): void {
  for (const [id, { image, box }] of Object.entries(change.document.boxes)) {
    const to = target.get(image);
    if (to !== undefined) change.put('boxes', id, { image: to, box });
  }
}

function refuseTaken(to: string): never {
  refuse(told().refusals.nameDecidedAbout(to));
}
