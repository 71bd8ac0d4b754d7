/**
 * @file The command that takes over what another person's project says of the same images. What is to be taken was
 * chosen before (`main/exchange/merging`), so it replaces what was said. Pure. Runs in main.
 */
import type { CommandNamed } from '../commands';
import { ChangeBuilder } from '../patches';
import type { Change, RecordSection } from '../patches';
import type { ProjectDocument } from '../schema';
import { count } from '../words';
import { addBoxes, addClasses } from './added';
import { findClass } from './classes';
import { knownItems, Once } from './known';

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
  const added = { boxes: command.boxes, replace: true, nothing: 'Nothing was taken over.' };
  const work: Work = { document, change, known: { ...document, boxes: addBoxes(document, added, change) } };
  const { groups, labels, places, times } = command;
  const said = [
    count(
      put(work, 'labels', labels, ({ label }) => label),
      'label',
    ),
    count(command.boxes.length, 'box', 'boxes'),
    count(
      put(work, 'groups', groups, ({ group }) => group),
      'group entry',
      'group entries',
    ),
    count(
      put(work, 'places', places, ({ place }) => place),
      'place',
    ),
    count(
      put(work, 'times', times, ({ time }) => time),
      'time',
    ),
    count(
      put(work, 'roles', command.roles, ({ role }) => (role === 'check' ? role : null)),
      'role',
    ),
    count(
      put(work, 'excluded', command.excluded, ({ excluded }) => excluded || null),
      'exclusion',
    ),
    count(command.classes.length, 'class', 'classes'),
  ];
  return change.done(title(command.from, said), command);
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
  const once = new Once(`two entries of ${section}`);
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

/** Labels say most; what else came is only named where no label did. */
function title(from: string, said: readonly string[]): string {
  const some = said.filter((what) => !what.startsWith('0 '));
  const labels = some.filter((what) => / labels?$/.test(what));
  const what = labels.length > 0 ? labels : some;
  return `Take over ${what.join(', ') || 'nothing'} from ${from}`;
}
