/**
 * @file Images of the open project that show the same, and the draw of its blind check: joins rows and document for the
 * functions of `main/organise`. Runs in main, with a window or without.
 */
import { randomInt } from 'node:crypto';
import type { CheckDraw } from '../contract/areas/organise';
import { PersonError } from '../contract/errors';
import { isExcluded } from '../contract/items';
import type { ItemRow, WorkProgress } from '../contract/model';
import type { Library } from '../images/library';
import { longWork } from '../images/longWork';
import { drawCheck } from '../organise/checkDraw';
import { checkPool } from '../organise/checkPlan';
import {
  DEFAULT_DISTANCE,
  DEFAULT_MINUTES,
  findDuplicates,
  type DuplicateOptions,
  type DuplicateSet,
} from '../organise/duplicates';
import { inSlices } from '../organise/slices';
import type { ProjectStore } from '../projects/store';
import { told } from '../../strings/words';
const SEEDS = 2 ** 32;

export class Organiser {
  #search = 0;

  constructor(
    private readonly store: Pick<ProjectStore, 'document' | 'apply'>,
    private readonly library: Pick<Library, 'items'>,
    private readonly tell: (progress: WorkProgress) => void = () => undefined,
  ) {}

  /** Answers null where it was given up. */
  duplicates(options: DuplicateOptions): Promise<DuplicateSet[] | null> {
    const search = ++this.#search;
    const { rows, work } = this.#find(options);
    const isMoot = (): boolean => search !== this.#search;
    return longWork(work, { total: rows, isMoot, tell: this.tell });
  }

  /** Rows of all sets, in order, by the options that a search begins with. */
  async duplicateRows(): Promise<Uint32Array> {
    const { work } = this.#find({ distance: DEFAULT_DISTANCE, minutes: DEFAULT_MINUTES });
    const sets = await inSlices(work);
    return Uint32Array.from((sets ?? []).flatMap(({ rows }) => rows)).sort();
  }

  cancel(): void {
    this.#search++;
  }

  /** @throws PersonError where there is nothing to draw from */
  async drawCheck(count: number, wished: number | null): Promise<CheckDraw> {
    const seed = wished ?? randomInt(SEEDS);
    const pool = checkPool(this.store.document, this.library.items.rows);
    if (pool.length === 0) throw new PersonError(told().desk.nothingToDraw);
    const items = drawCheck(pool, count, seed).map(({ id }) => id);
    const change = await this.store.apply({ name: 'setRole', items, role: 'check', seed });
    return { change, drawn: items.length, seed };
  }

  /** @returns how many images are compared, and what does it */
  #find(options: DuplicateOptions): { rows: number; work: Generator<number, DuplicateSet[]> } {
    const { items } = this.library;
    const rows = items.rows.filter((row) => this.#canBeDuplicate(row));
    const work = findDuplicates(rows, this.store.document.times, (row) => items.hash(row), options);
    return { rows: rows.length, work };
  }

  #canBeDuplicate({ id, box, folder, state }: ItemRow): boolean {
    if (box !== null || (state !== 'ready' && state !== 'waiting')) return false;
    const { document } = this.store;
    return (
      !isExcluded(document, id) && document.folders.some((f) => f.id === folder && f.purpose === 'label')
    );
  }
}
