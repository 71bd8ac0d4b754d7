/** @file What is taken over, and the one command that does it. Pure. Runs in main. */
import type { CommandNamed } from '../../projects/commands';
import type { MergeFact } from '../../contract/merging';
import type { Box, Label } from '../../projects/schema';
import type { Said } from './facts';

type TakeOver = CommandNamed<'takeOver'>;

/** One thing that is taken over, or would be where the other person is right. */
export type Taking =
  /** null: no label. */
  | { what: 'label'; item: string; label: Label | null }
  | { what: 'group' | 'place' | 'time'; item: string; text: string }
  | { what: 'role'; item: string; check: boolean }
  | { what: 'excluded'; item: string; excluded: boolean }
  | { what: 'box'; id: string; image: string; box: Box };

/** Of one fact that the other says of an item. @param item here */
export function takingsOf(fact: Exclude<MergeFact, 'box'>, item: string, theirs: Said): Taking[] {
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

/** Entries that say the same share one list of items: a step of the history is as long as what it says. */
export function takeOverCommand(
  from: string,
  classes: TakeOver['classes'],
  takings: Iterable<Taking>,
): TakeOver {
  const labels = new Lists<Label | null>((label) => JSON.stringify(label));
  const texts = { group: textLists(), place: textLists(), time: textLists() };
  const roles = new Lists<boolean>(String);
  const excluded = new Lists<boolean>(String);
  const boxes: TakeOver['boxes'] = [];
  for (const one of takings) {
    if (one.what === 'label') labels.add(one.label, one.item);
    else if (one.what === 'role') roles.add(one.check, one.item);
    else if (one.what === 'excluded') excluded.add(one.excluded, one.item);
    else if (one.what === 'box') boxes.push({ id: one.id, image: one.image, box: one.box });
    else texts[one.what].add(one.text, one.item);
  }
  return {
    ...{ name: 'takeOver', from, classes: [...classes], boxes },
    labels: labels.map((label, items) => ({ label, items })),
    groups: texts.group.map((group, items) => ({ group, items })),
    places: texts.place.map((place, items) => ({ place, items })),
    times: texts.time.map((time, items) => ({ time, items })),
    roles: roles.map((check, items) => ({ role: check ? 'check' : 'learn', items })),
    excluded: excluded.map((out, items) => ({ excluded: out, items })),
  };
}

export const isEmpty = ({ name: _name, from: _from, ...lists }: TakeOver): boolean =>
  Object.values(lists).every((list) => list.length === 0);

const textLists = (): Lists<string> => new Lists<string>((text) => text);

/** Items by a value that they share. */
class Lists<T> {
  readonly #lists = new Map<string, { value: T; items: string[] }>();

  constructor(private readonly keyOf: (value: T) => string) {}

  add(value: T, item: string): void {
    const key = this.keyOf(value);
    const list = this.#lists.get(key);
    if (list) list.items.push(item);
    else this.#lists.set(key, { value, items: [item] });
  }

  map<R>(make: (value: T, items: string[]) => R): R[] {
    return [...this.#lists.values()].map(({ value, items }) => make(value, items));
  }
}
