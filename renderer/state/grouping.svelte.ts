/**
 * @file Groups: what is selected becomes one, and the dialog in which bursts and subfolders are shown before they do.
 * Images of one group count as one.
 */
import { burstsOf, DEFAULT_GAP, timeline } from '../../main/organise/bursts';
import { bySubfolder, cutBefore } from '../../main/organise/groups';
import { NO_ROWS, withRow } from '../logic/changed';
import { groupable, groupCommand, groupFor, membersOf, sizeOf, type Proposed } from '../logic/groupPlan';
import { groups as words } from '../../strings';
import { completeFacts } from './facts';
import { apply, type Labelling, type Parts } from './labelling';

export type GroupBy = 'time' | 'folder';

const NO_CANDIDATES = { rows: [], grouped: 0 };

export class Grouping {
  readonly #parts: Parts;
  readonly #labelling: Labelling;
  /** Whether the dialog is open. */
  open = $state(false);
  by = $state<GroupBy>('time');
  /** Most seconds from one image of a burst to the next. */
  gap = $state(DEFAULT_GAP);
  /** Whether images that have a group are grouped anew. */
  regroup = $state(false);
  #cuts = $state.raw(NO_ROWS);
  #leftOut = $state.raw(NO_ROWS);

  constructor(parts: Parts, labelling: Labelling) {
    this.#parts = parts;
    this.#labelling = labelling;
  }

  readonly candidates = $derived.by(() => {
    const { project } = this.#parts;
    return this.open ? groupable(project.items, project.document, this.regroup) : NO_CANDIDATES;
  });
  readonly #timeline = $derived.by(() => timeline(this.candidates.rows, this.#parts.project.document.times));
  readonly #proposals = $derived(
    this.by === 'time' ? burstsOf(this.#timeline, this.gap) : bySubfolder(this.candidates.rows),
  );
  readonly plan: readonly Proposed[] = $derived.by(() =>
    cutBefore(this.#proposals, this.#cuts).map((rows) => {
      const first = rows[0] ?? -1;
      const cut = this.#cuts.has(first);
      return { rows, cut, chosen: rows.length > 1 && !this.#leftOut.has(first) };
    }),
  );
  readonly size = $derived(sizeOf(this.plan));

  /** Images of which no time is known. */
  get untimed(): number {
    return this.#timeline.untimed;
  }

  start(by: GroupBy = 'time'): void {
    if (this.#parts.project.readOnly !== null) return;
    this.by = by;
    this.regroup = false;
    this.#cuts = NO_ROWS;
    this.#leftOut = NO_ROWS;
    this.open = true;
    if (by === 'time') void completeFacts(this.#parts);
  }

  /** Takes the group that begins with the row into the plan, or out of it. */
  choose(first: number, chosen: boolean): void {
    this.#leftOut = withRow(this.#leftOut, first, !chosen);
  }

  /** Another group begins with the row, or no longer. */
  cut(row: number, on: boolean): void {
    this.#cuts = withRow(this.#cuts, row, on);
  }

  async make(): Promise<void> {
    const { project, notices } = this.#parts;
    const { groups, images } = this.size;
    const command = groupCommand(this.plan, project.items, project.document);
    this.open = false;
    if (command && (await apply(this.#parts, command))) notices.info(words.made(groups, images));
  }

  /** What is selected becomes one group, or joins the one group that some of it has. */
  async group(): Promise<void> {
    const { notices, project } = this.#parts;
    const rows = this.#labelling.targets();
    if (rows.length === 1) return notices.info(words.selectMore);
    const items = rows.flatMap((row) => project.items[row]?.id ?? []);
    const group = groupFor(items, project.items[rows[0] ?? -1], project.document);
    if (items.length > 0 && (await apply(this.#parts, { name: 'setGroup', items, group })))
      notices.info(words.grouped(items.length));
  }

  async ungroup(rows: readonly number[] = this.#labelling.targets()): Promise<void> {
    const { notices, project } = this.#parts;
    const items = rows.flatMap((row) => project.items[row]?.id ?? []);
    const grouped = items.filter((item) => project.document.groups[item] !== undefined);
    if (grouped.length === 0) return notices.info(words.noneGrouped);
    if (await apply(this.#parts, { name: 'setGroup', items: grouped, group: null }))
      notices.info(words.ungrouped(grouped.length));
  }

  /** Rows of the row's group, its own among them; empty where it has none. */
  members(row: number): number[] {
    const { project } = this.#parts;
    const item = project.items[row];
    return item ? membersOf(item.id, project.document, (id) => project.rowOf(id)) : [];
  }
}
