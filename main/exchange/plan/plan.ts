/**
 * @file What an import would do, and the one command that does it. Made from what a source says and the project as it is
 * now; changes nothing. Pure. Runs in main.
 */
import type { ImportChoice, ImportPlan } from '../../contract/exchange';
import { PersonError } from '../../contract/errors';
import { plainName } from '../../contract/names';
import type { CommandNamed } from '../../projects/commands';
import { MAX_CLASSES, type ProjectDocument } from '../../projects/schema';
import { atOnce } from '../../organise/slices';
import type { ReadLabels } from '../read/record';
import { ClassFinder } from './newClasses';
import type { PlannedProject } from './project';
import { resolveRecords, type Resolved } from './resolve';
import type { Said } from './said';
import { told } from '../../../strings/words';

type Import = CommandNamed<'import'>;
export type PlanFacts = Omit<ImportPlan, 'id' | 'source'>;

/** As many as a person can read; all are counted. */
const SHOWN_PROBLEMS = 500;
const SHOWN_CONFLICTS = 50;

export interface Planned {
  facts: PlanFacts;
  /** The command, or null where there is nothing to do. */
  command: (choice: ImportChoice) => Import | null;
}

export interface PlanSource {
  read: ReadLabels;
  /** What the file or folder is called. */
  name: string;
  /** Folder that the file lies in. */
  near: string | null;
}

/** The plan at once. @throws {PersonError} where the project could not hold the classes */
export const planImport = (source: PlanSource, project: PlannedProject): Planned =>
  atOnce(planning(source, project));

/**
 * The plan in pieces.
 * @yields how many rows are done
 * @throws {PersonError} as above
 */
export function* planning(
  { read, name, near }: PlanSource,
  project: PlannedProject,
): Generator<number, Planned> {
  const resolved = yield* resolveRecords(read, project, near);
  const all = read.records.length;
  yield all;
  const classes = new ClassFinder(project.document.classes);
  const labels = byClass(resolved.said, read.classOrder, classes);
  yield all;
  const total = project.document.classes.length + classes.added.length;
  if (total > MAX_CLASSES) throw new PersonError(told().importing.tooManyClasses(total, MAX_CLASSES));
  const other = yield* otherFacts(resolved.said, project, all);
  const facts = factsOf(read, resolved, labels, other);
  yield all;
  return {
    facts: { ...facts, ...(yield* labelFacts(labels, project.document, all)) },
    command: ({ existing }) =>
      commandOf({ read, name, resolved, classes, labels, other }, existing === 'replace'),
  };
}

interface ClassLabels {
  id: string;
  name: string;
  isNew: boolean;
  said: Said[];
}

/** Classes in the source's order, then as they come. */
function byClass(said: readonly Said[], order: readonly string[], classes: ClassFinder): ClassLabels[] {
  const given = new Map<string, Said[]>();
  const labelled = said.filter(({ label }) => label !== null);
  for (const one of labelled) {
    const key = plainName(one.label!);
    const some = given.get(key);
    if (some) some.push(one);
    else given.set(key, [one]);
  }
  const keys = new Set([...order.map(plainName), ...given.keys()]);
  return [...keys].flatMap((key) => {
    const some = given.get(key) ?? [];
    const first = some[0];
    if (!first) return [];
    const isNew = !classes.has(key);
    const { id, name } = classes.of(first.label!);
    return [{ id, name, isNew, said: some }];
  });
}

type LabelFacts = Pick<PlanFacts, 'fresh' | 'same' | 'conflicts' | 'conflictExamples'>;

/** Labels that are new, the same, or others than the project's. */
function* labelFacts(
  labels: readonly ClassLabels[],
  document: ProjectDocument,
  done: number,
): Generator<number, LabelFacts> {
  const names = new Map(document.classes.map(({ id, name }) => [id, name]));
  const facts: LabelFacts = { fresh: 0, same: 0, conflicts: 0, conflictExamples: [] };
  for (const { id, name, said } of labels) {
    for (const { item, path } of said) {
      const has = Object.hasOwn(document.labels, item) ? document.labels[item]!.class : null;
      if (has === null) facts.fresh++;
      else if (has === id) facts.same++;
      else if (facts.conflicts++ < SHOWN_CONFLICTS)
        facts.conflictExamples.push({ path, has: names.get(has) ?? '', gets: name });
    }
    yield done;
  }
  return facts;
}

function factsOf(
  read: ReadLabels,
  { said, problems, usable, byNameAlone }: Resolved,
  labels: readonly ClassLabels[],
  other: OtherFacts,
): Omit<PlanFacts, keyof LabelFacts> {
  return {
    ...{ format: read.format, rows: read.rows, usable, byNameAlone, ignoredColumns: read.ignoredColumns },
    classes: labels.map(({ name, isNew, said: some }) => ({ name, isNew, count: some.length })),
    boxes: said.filter(({ newBox }) => newBox !== null).length,
    groups: other.groups.fresh.length,
    places: other.places.fresh.length,
    times: other.times.fresh.length,
    roles: other.roles.fresh.length,
    otherConflicts: Object.values(other).reduce((sum, { conflicts }) => sum + conflicts.length, 0),
    problemCount: problems.length,
    problems: problems.slice(0, SHOWN_PROBLEMS),
  };
}

/** What would change besides labels: what an image's folder or camera says already need not be written down. */
function* otherFacts(
  said: readonly Said[],
  { document, placeOf, timeOf }: PlannedProject,
  done: number,
): Generator<number, OtherFacts> {
  const { groups, places, times, roles } = document;
  const of = { groups: NO_CHANGES, places: NO_CHANGES, times: NO_CHANGES, roles: NO_CHANGES };
  of.groups = changes(said, ({ item, group }) => [group, groups[item], null]);
  yield done;
  of.places = changes(said, ({ item, image, place }) => [place, places[item], placeOf(image)]);
  yield done;
  of.times = changes(said, ({ item, image, time }) => [time, times[item], timeOf(image)]);
  yield done;
  of.roles = changes(said, ({ item, role }) => [role, roles[item], 'learn']);
  return of;
}

interface Changes {
  fresh: Said[];
  conflicts: Said[];
}
const NO_CHANGES: Changes = { fresh: [], conflicts: [] };
type OtherFacts = Record<'groups' | 'places' | 'times' | 'roles', Changes>;

/** @param of what is said now, what a person said before, and what holds where nobody said anything */
function changes(
  said: readonly Said[],
  of: (one: Said) => [now: string | null, before: string | undefined, otherwise: string | null],
): Changes {
  const found: Changes = { fresh: [], conflicts: [] };
  for (const one of said) {
    const [now, before, otherwise] = of(one);
    if (now === null || now === (before ?? otherwise)) continue;
    found[before === undefined ? 'fresh' : 'conflicts'].push(one);
  }
  return found;
}

const both = ({ fresh, conflicts }: Changes): Said[] => [...fresh, ...conflicts];

interface Work {
  read: ReadLabels;
  name: string;
  resolved: Resolved;
  classes: ClassFinder;
  labels: readonly ClassLabels[];
  other: OtherFacts;
}

function commandOf({ read, name, resolved, classes, labels, other }: Work, replace: boolean): Import | null {
  const command: Import = {
    name: 'import',
    source:
      read.format === 'csv' || read.format === 'fiftyone' || read.format === 'label-studio'
        ? 'file'
        : 'folder',
    from: [...name].slice(0, 255).join('') || 'a file',
    classes: classes.added,
    boxes: resolved.said.flatMap(({ newBox, image }) => (newBox ? [{ ...newBox, image }] : [])),
    labels: labels.map(({ id, said }) => ({ class: id, items: itemsOf(said) })),
    groups: grouped(both(other.groups), ({ group }) => group).map(([group, items]) => ({ group, items })),
    places: grouped(both(other.places), ({ place }) => place).map(([place, items]) => ({ place, items })),
    times: grouped(both(other.times), ({ time }) => time).map(([time, items]) => ({ time, items })),
    roles: grouped(both(other.roles), ({ role }) => role).map(([role, items]) => ({ role, items })),
    replace,
  };
  const { boxes, groups, places, times, roles } = command;
  const nothing = [command.classes, boxes, command.labels, groups, places, times, roles].every(
    (some) => some.length === 0,
  );
  return nothing ? null : command;
}

const itemsOf = (said: readonly Said[]): string[] => said.map(({ item }) => item);

/** Items by the value that is said of them. */
function grouped<T extends string>(said: readonly Said[], valueOf: (one: Said) => T | null): [T, string[]][] {
  const values = new Map<T, string[]>();
  for (const one of said) {
    const value = valueOf(one);
    if (value === null) continue;
    const some = values.get(value);
    if (some) some.push(one.item);
    else values.set(value, [one.item]);
  }
  return [...values];
}
