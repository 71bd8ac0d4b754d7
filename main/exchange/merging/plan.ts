/**
 * @file What taking over another person's labels would do, and the one command that does it. Made from the two projects
 * as they are now; changes nothing. Pure. Runs in main.
 */
import { PersonError } from '../../contract/errors';
import { isBox } from '../../contract/items';
import type { MergeConflict, MergeFact, MergePlan, MergeUnmatchedReason } from '../../contract/merging';
import type { CommandNamed } from '../../projects/commands';
import { boxItem, boxOf, imageOf, ITEM_SECTIONS } from '../../projects/document';
import { mentionedImages } from '../../projects/mentioned';
import { MAX_CLASSES } from '../../projects/schema';
import type { Box, Label, ProjectDocument } from '../../projects/schema';
import { ClassFinder } from '../plan/newClasses';
import { Agreement } from './agreement';
import { matchBoxes, type BoxMatch } from './boxes';
import { saidOf, sideOf, SILENT, verdicts, type Said } from './facts';
import { sameGroups } from './groups';
import { matchImages, type ImageMatch } from './images';
import type { ImageOf, Mine, Theirs } from './parts';
import { isEmpty, takeOverCommand, type Taking } from './taking';
import { told } from '../../../strings/words';

export type MergeFacts = Omit<MergePlan, 'id'>;

/** What belongs to an image that is not in the open project. */
export interface Unmatched {
  /** Below the folder of the other project. */
  path: string;
  said: Said;
  box: Box | null;
  reason: MergeUnmatchedReason;
}

export interface PlannedMerge {
  facts: MergeFacts;
  /** Path of each conflict's image. */
  pathOf: (conflict: MergeConflict) => string;
  unmatched: Unmatched[];
  /** The command where the other is right in these conflicts, by their number; null where nothing is to be done. */
  command: (theirs: ReadonlySet<number>) => CommandNamed<'takeOver'> | null;
  nameOf: (classId: string) => string;
}

/** As many as a person reads; all are in the report. */
const SHOWN_UNMATCHED = 200;
/** Items between two points at which main may do something else. */
const STRETCH = 500;

/**
 * @yields how many of the other project's items are done
 * @throws {PersonError} where the project could not hold the classes
 */
export function* planMerge(mine: Mine, theirs: Theirs): Generator<number, PlannedMerge> {
  const merge = new Merge(mine, theirs);
  const matching = merge.match();
  while (!matching.next().done) yield 0;
  let done = 0;
  for (const item of itemsOf(theirs.document)) {
    merge.take(item);
    if (++done % STRETCH === 0) yield done;
  }
  return merge.planned();
}

/** Items that the other project says something of, boxes of which it says nothing more among them. */
export function itemsOf(document: ProjectDocument): Set<string> {
  const items = new Set(Object.keys(document.boxes).map(boxItem));
  for (const section of ITEM_SECTIONS) for (const item of Object.keys(document[section])) items.add(item);
  return items;
}

class Merge {
  readonly #rows: Map<string, number>;
  readonly #classes: ClassFinder;
  readonly #classOf: Map<string, string>;
  readonly #names: Map<string, string>;
  readonly #agreement = new Agreement();
  readonly #takings: Taking[] = [];
  readonly #conflicts: { conflict: MergeConflict; takings: Taking[] }[] = [];
  readonly #unmatched: Unmatched[] = [];
  readonly #taken = { label: 0, role: 0, group: 0, place: 0, time: 0, excluded: 0, boxes: 0 };
  #same = 0;
  #images = new Map<string, ImageMatch>();
  #boxes = new Map<string, BoxMatch>();
  #sameGroup = (mine: string, theirs: string): boolean => mine === theirs;

  constructor(
    private readonly mine: Mine,
    private readonly theirs: Theirs,
  ) {
    this.#rows = new Map(mine.rows.map(({ id, index }) => [id, index]));
    this.#classes = new ClassFinder(mine.document.classes);
    this.#classOf = new Map(
      theirs.document.classes.map((one) => [one.id, this.#classes.of(one.name, one).id]),
    );
    const all = [...mine.document.classes, ...this.#classes.added];
    this.#names = new Map(all.map(({ id, name }) => [id, name]));
    const total = all.length;
    if (total > MAX_CLASSES) throw new PersonError(told().takingOver.tooManyClasses(total, MAX_CLASSES));
  }

  *match(): Generator<void, void> {
    const { mine, theirs } = this;
    const own = mine.document.folders.filter(({ purpose }) => purpose === 'label');
    const ids = new Set(own.map(({ id }) => id));
    yield;
    const images = mine.rows.flatMap(({ box, folder, id, index, path }): ImageOf[] =>
      box !== null || !ids.has(folder) ? [] : [{ id, folder, path, hash: mine.contentOf(index) }],
    );
    yield;
    const others = [...mentionedImages(theirs.document)].map((key): ImageOf => {
      const [folder, path] = split(key);
      return { id: key, folder, path, hash: theirs.contentOf(key) };
    });
    yield;
    this.#images = yield* matchImages(
      { images, folders: own },
      { images: others, folders: theirs.document.folders },
    );
    yield;
    this.#boxes = matchBoxes(theirs.document.boxes, mine.document.boxes, (key) => this.#imageHere(key));
    this.#sameGroup = this.#groupsAlike();
  }

  take(item: string): void {
    const theirs = this.#theirSaid(item);
    const box = this.#boxes.get(boxOf(item) ?? '');
    const here = isBox(item) ? box && boxItem(box.id) : this.#imageHere(item);
    if (!here) return this.#leave(item, theirs);
    if (box?.isNew) {
      this.#takings.push({ what: 'box', id: box.id, image: box.image, box: box.box });
      this.#taken.boxes++;
    }
    const mine = box?.isNew ? SILENT : saidOf(this.mine.document, here);
    if (box?.moved) this.#boxMoved(here, box, mine, theirs);
    this.#agree(mine.label, theirs.label);
    const found = verdicts(mine, theirs, this.#sameGroup);
    if (found.label === 'same') this.#same++;
    for (const fact of FACTS) {
      if (found[fact] === 'take') {
        this.#taken[fact]++;
        this.#takings.push(...(fact === 'role' ? [checks(here)] : takingsOf(fact, here, theirs)));
      } else if (found[fact] === 'conflict') this.#disagree(here, fact, mine, theirs);
    }
  }

  planned(): PlannedMerge {
    const { name, document, notes } = this.theirs;
    const inOrder = [...this.#conflicts].sort((a, b) => a.conflict.row - b.conflict.row);
    const conflicts = inOrder.map(({ conflict }) => conflict);
    const { added } = this.#classes;
    const matched = [...this.#images.values()].filter((one) => 'image' in one);
    return {
      facts: {
        ...{ name, notes, conflicts, same: this.#same, taken: this.#taken },
        people: [...new Set(Object.values(document.labels).map(({ by }) => by))].sort(),
        images: { matched: matched.length, byContent: matched.filter(({ by }) => by === 'content').length },
        newClasses: added.map((one) => one.name),
        unmatched: this.#unmatchedFacts(),
        agreement: this.#agreement.result,
      },
      unmatched: this.#unmatched,
      pathOf: ({ row }) => this.mine.rows[row]?.path ?? '',
      nameOf: (id) => this.#nameOf(id),
      command: (theirs) => {
        const chosen = inOrder.flatMap(({ takings }, i) => (theirs.has(i) ? takings : []));
        const command = takeOverCommand(name, added, [...this.#takings, ...chosen]);
        return isEmpty(command) ? null : command;
      },
    };
  }

  #imageHere(key: string): string | null {
    const match = this.#images.get(key);
    return match && 'image' in match ? match.image.id : null;
  }

  #theirSaid(item: string): Said {
    const said = saidOf(this.theirs.document, item);
    const { label } = said;
    return label ? { ...said, label: { ...label, class: this.#classOf.get(label.class)! } } : said;
  }

  /** Boxes and images that are in both, by what each project says of their group. */
  #groupsAlike(): (mine: string, theirs: string) => boolean {
    const { groups } = this.theirs.document;
    if (Object.keys(groups).length === 0) return Object.is;
    const own = this.mine.document.groups;
    const images = [...this.#images].flatMap(([key, match]) =>
      'image' in match ? [{ mine: own[match.image.id], theirs: groups[key] }] : [],
    );
    const boxes = [...this.#boxes].flatMap(([key, { id, isNew }]) =>
      isNew ? [] : [{ mine: own[boxItem(id)], theirs: groups[boxItem(key)] }],
    );
    return sameGroups([...images, ...boxes]);
  }

  /** One label that both projects have from before they were parted is one opinion and not two. */
  #agree(mine: Label | undefined, theirs: Label | undefined): void {
    if (!mine || !theirs) return;
    const isOne = mine.class === theirs.class && mine.by === theirs.by && mine.at === theirs.at;
    if (!isOne) this.#agreement.add(mine.class, theirs.class);
  }

  #disagree(item: string, fact: Exclude<MergeFact, 'box'>, mine: Said, theirs: Said): void {
    this.#conflicts.push({
      conflict: { row: this.#rows.get(item) ?? -1, fact, ...this.#sides(fact, mine, theirs) },
      takings: takingsOf(fact, item, theirs),
    });
  }

  #boxMoved(item: string, { id, image, box, moved }: BoxMatch, mine: Said, theirs: Said): void {
    const sides = this.#sides('box', mine, theirs);
    this.#conflicts.push({
      conflict: {
        ...{ row: this.#rows.get(item) ?? -1, fact: 'box' },
        mine: { ...sides.mine, box: moved },
        theirs: { ...sides.theirs, box },
      },
      takings: [{ what: 'box', id, image, box }],
    });
  }

  #sides(fact: MergeFact, mine: Said, theirs: Said): Pick<MergeConflict, 'mine' | 'theirs'> {
    const nameOf = (id: string): string => this.#nameOf(id);
    return { mine: sideOf(mine, fact, nameOf), theirs: sideOf(theirs, fact, nameOf) };
  }

  #nameOf(id: string): string {
    return this.#names.get(id) ?? id;
  }

  #leave(item: string, said: Said): void {
    const key = imageOf(this.theirs.document, item) ?? item;
    const match = this.#images.get(key);
    const reason = match && 'reason' in match ? match.reason : 'missing';
    const box = this.theirs.document.boxes[boxOf(item) ?? '']?.box ?? null;
    this.#unmatched.push({ path: split(key)[1], said, box, reason });
  }

  #unmatchedFacts(): MergePlan['unmatched'] {
    const all = this.#unmatched;
    const nameOf = ({ label }: Said): string | null => (label ? this.#nameOf(label.class) : null);
    return {
      items: all.length,
      labels: all.filter(({ said }) => said.label).length,
      examples: all
        .slice(0, SHOWN_UNMATCHED)
        .map(({ path, reason, said }) => ({ path, reason, label: nameOf(said) })),
    };
  }
}

const FACTS = ['role', 'label', 'excluded', 'group', 'place', 'time'] as const;

function takingsOf(fact: Exclude<MergeFact, 'box'>, item: string, theirs: Said): Taking[] {
  const { label = null } = theirs;
  if (fact === 'label') return label ? [{ what: fact, item, label }] : [];
  // Who takes the role takes the label: one that was given for learning is none of a check.
  if (fact === 'role')
    return [
      { what: fact, item, check: theirs.check },
      { what: 'label', item, label },
    ];
  if (fact === 'excluded') return [{ what: fact, item, excluded: theirs.excluded }];
  const text = theirs[fact];
  return text === undefined ? [] : [{ what: fact, item, text }];
}

const checks = (item: string): Taking => ({ what: 'role', item, check: true });

function split(key: string): [folder: string, path: string] {
  const at = key.indexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
}
