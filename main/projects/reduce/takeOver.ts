/**
 * @file The command that takes over what another person's project says of the same images. What is to be taken was
 * chosen before (`main/exchange/merging`), so it replaces what was said. Pure. Runs in main.
 */
import type { CommandNamed } from '../commands';
import { ChangeBuilder } from '../patches';
import type { Change, RecordSection } from '../patches';
import type { ProjectDocument } from '../schema';
import { addBoxes, addClasses } from './added';
import type { Brought } from './added';
import { findClass } from './classes';
import { knownItems, Once } from './known';
import { told } from '../../../strings/words';

type Document = Readonly<ProjectDocument>;
type TakeOver = CommandNamed<'takeOver'>;

/** One taking over on its way into a change. */
interface Work {
  /** With the boxes that come along. */
  known: Pick<ProjectDocument, 'boxes' | 'folders'>;
  document: Document;
  change: ChangeBuilder;
}

/** @throws {ProjectError} 'refused' where an entry fits nothing, or two are about the same item. */
export function takeOver(document: Document, command: TakeOver): Change {
  const change = new ChangeBuilder(document);
  const classes = addClasses(document, command.classes, change);
  for (const { label } of command.labels) if (label) findClass(classes, label.class);
  const added = { boxes: command.boxes, replace: true, nothing: told().refusals.nothingTakenOver };
  const work: Work = { document, change, known: { ...document, boxes: addBoxes(document, added, change) } };
  const { groups, labels, places, times } = command;
  const brought: Brought = {
    labels: put(work, 'labels', labels, ({ label }) => label),
    boxes: command.boxes.length,
    groups: put(work, 'groups', groups, ({ group }) => group),
    places: put(work, 'places', places, ({ place }) => place),
    times: put(work, 'times', times, ({ time }) => time),
    roles: put(work, 'roles', command.roles, ({ role }) => (role === 'check' ? role : null)),
    exclusions: put(work, 'excluded', command.excluded, ({ excluded }) => excluded || null),
    classes: command.classes.length,
  };
  return change.done(told().steps.takeOver(brought, command.from), command);
}

type Valued = Exclude<RecordSection, 'boxes'>;

/** A value of null takes away what was said. @returns how many items have another value now. */
function put<S extends Valued, T extends { items: string[] }>(
  { change, document, known }: Work,
  section: S,
  entries: readonly T[],
  valueOf: (entry: T) => ProjectDocument[S][string] | null,
): number {
  const before = change.size;
  const once = new Once(told().refusals.twoEntries(section));
  for (const entry of entries) {
    const value = valueOf(entry);
    for (const item of once.take(knownItems(known, entry.items))) {
      if (value === null) change.drop(section, item);
      else if (!isSame(document[section][item], value)) change.put(section, item, value);
    }
  }
  return change.size - before;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
