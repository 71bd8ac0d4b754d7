/** @file Where the two projects contradict each other, and what is taken over where the other one is right. Pure. Runs in main. */
import type { MergeConflict, MergeFact } from '../../contract/merging';
import type { BoxMatch } from './boxes';
import { sideOf, type Said } from './facts';
import { takingsOf, type Taking } from './taking';

export interface Contested {
  conflict: MergeConflict;
  takings: Taking[];
}

export interface ConflictNames {
  /** Row of an item of the open project; -1 where it has none. */
  rowOf: (item: string) => number;
  /** Of a class, by its id here. */
  nameOf: (classId: string) => string;
}

export class Conflicts {
  readonly #all: Contested[] = [];

  constructor(private readonly names: ConflictNames) {}

  /** Both say something of the item, and not the same. */
  add(item: string, fact: Exclude<MergeFact, 'box'>, mine: Said, theirs: Said): void {
    this.#all.push({
      conflict: { row: this.names.rowOf(item), fact, ...this.#sides(fact, mine, theirs) },
      takings: takingsOf(fact, item, theirs),
    });
  }

  /** Both have the box, at different places. */
  addBox(item: string, { id, image, box, moved }: BoxMatch, mine: Said, theirs: Said): void {
    const sides = this.#sides('box', mine, theirs);
    this.#all.push({
      conflict: {
        ...{ row: this.names.rowOf(item), fact: 'box' },
        mine: { ...sides.mine, box: moved },
        theirs: { ...sides.theirs, box },
      },
      takings: [{ what: 'box', id, image, box }],
    });
  }

  /** By row. */
  inOrder(): Contested[] {
    return [...this.#all].sort((a, b) => a.conflict.row - b.conflict.row);
  }

  #sides(fact: MergeFact, mine: Said, theirs: Said): Pick<MergeConflict, 'mine' | 'theirs'> {
    const { nameOf } = this.names;
    return { mine: sideOf(mine, fact, nameOf), theirs: sideOf(theirs, fact, nameOf) };
  }
}
