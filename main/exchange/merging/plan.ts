/**
 * @file What taking over another person's labels would do, and the one command that does it. Made from the two projects
 * as they are now; changes nothing. Pure. Runs in main.
 */
import { PersonError } from '../../contract/errors';
import { isBox } from '../../contract/items';
import type { MergeConflict, MergePlan } from '../../contract/merging';
import type { CommandNamed } from '../../projects/commands';
import { boxItem, boxOf, imageOf, ITEM_SECTIONS } from '../../projects/document';
import { mentionedImages } from '../../projects/mentioned';
import { MAX_CLASSES } from '../../projects/schema';
import type { Label, ProjectDocument } from '../../projects/schema';
import { ClassFinder } from '../plan/newClasses';
import { Agreement } from './agreement';
import { matchBoxes, type BoxMatch } from './boxes';
import { Conflicts } from './conflicts';
import { saidOf, SILENT, verdicts, type Said } from './facts';
import { sameGroups } from './groups';
import { matchImages, type ImageMatch } from './images';
import type { ImageOf, Mine, Theirs } from './parts';
import { isEmpty, takeOverCommand, takingsOf, type Taking } from './taking';
import { unmatchedFacts, type Unmatched } from './unmatched';
import { told } from '../../../strings/words';

export type MergeFacts = Omit<MergePlan, 'id'>;

export interface PlannedMerge {
  facts: MergeFacts;
  /** Path of each conflict's image. */
  pathOf: (conflict: MergeConflict) => string;
  unmatched: Unmatched[];
  /** The command where the other is right in these conflicts, by their number; null where nothing is to be done. */
  command: (theirs: ReadonlySet<number>) => CommandNamed<'takeOver'> | null;
  nameOf: (classId: string) => string;
}

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
  readonly #conflicts = new Conflicts({
    rowOf: (item) => this.#rows.get(item) ?? -1,
    nameOf: (id) => this.#nameOf(id),
  });
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
    if (box?.moved) this.#conflicts.addBox(here, box, mine, theirs);
    this.#agree(mine.label, theirs.label);
    const found = verdicts(mine, theirs, this.#sameGroup);
    if (found.label === 'same') this.#same++;
    for (const fact of FACTS) {
      if (found[fact] === 'take') {
        this.#taken[fact]++;
        this.#takings.push(...(fact === 'role' ? [checks(here)] : takingsOf(fact, here, theirs)));
      } else if (found[fact] === 'conflict') this.#conflicts.add(here, fact, mine, theirs);
    }
  }

  planned(): PlannedMerge {
    const { name, document, notes } = this.theirs;
    const inOrder = this.#conflicts.inOrder();
    const conflicts = inOrder.map(({ conflict }) => conflict);
    const { added } = this.#classes;
    const matched = [...this.#images.values()].filter((one) => 'image' in one);
    return {
      facts: {
        ...{ name, notes, conflicts, same: this.#same, taken: this.#taken },
        people: [...new Set(Object.values(document.labels).map(({ by }) => by))].sort(),
        images: { matched: matched.length, byContent: matched.filter(({ by }) => by === 'content').length },
        newClasses: added.map((one) => one.name),
        unmatched: unmatchedFacts(this.#unmatched, (id) => this.#nameOf(id)),
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
}

const FACTS = ['role', 'label', 'excluded', 'group', 'place', 'time'] as const;

const checks = (item: string): Taking => ({ what: 'role', item, check: true });

function split(key: string): [folder: string, path: string] {
  const at = key.indexOf('/');
  return [key.slice(0, at), key.slice(at + 1)];
}
