/** @file The search for images that show the same, and what is done with them, one step each. */
import type { DuplicateSet } from '../../main/contract/areas/organise';
import type { Command, ItemRow, Progress, ProjectChange, WorkProgress } from '../../main/contract/model';
import { DEFAULT_DISTANCE, DEFAULT_MINUTES } from '../../main/organise/duplicates';
import { NO_CHOICES, withChoice } from '../logic/changed';
import { groupThem, keepOne, labelAll, shownSet, type ShownSet } from '../logic/duplicateSets';
import { duplicates as words } from '../../strings';
import { completeFacts } from './facts';
import { apply, type Parts } from './labelling';

const isUnread = ({ box, pixelHash, state }: ItemRow): boolean =>
  box === null && pixelHash === null && (state === 'ready' || state === 'waiting');

export class Duplicates {
  readonly #parts: Parts;
  /** Whether the dialog is open. */
  open = $state(false);
  #distance = $state(DEFAULT_DISTANCE);
  #minutes = $state(DEFAULT_MINUTES);
  #searching = $state(false);
  /** null: not looked for yet. */
  #found = $state.raw<readonly DuplicateSet[] | null>(null);
  /** By the id of a set the row to keep, where that is not the first. */
  #kept = $state.raw(NO_CHOICES);
  #search = 0;
  /** Whether it was asked which rows the filter lists. */
  #noted = false;
  #state: Progress['state'] | null = null;
  /** While comparing takes long. */
  #progress = $state.raw<WorkProgress | null>(null);
  /** Images that were not read yet, or read before likeness was noted, when it was last searched. */
  #incomplete = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What is left of the sets, without what was excluded. */
  readonly sets: readonly ShownSet[] = $derived.by(() => {
    const { items, document } = this.#parts.project;
    return (this.#found ?? []).flatMap(
      (set) => shownSet(set, items, document, this.#kept.get(set.rows[0] ?? -1)) ?? [],
    );
  });
  /** Images of which it is not known yet what they look like: sets may be missing. */
  readonly unread = $derived.by(() => (this.open ? this.#parts.project.items.filter(isUnread).length : 0));
  readonly images = $derived(this.sets.reduce((sum, { members }) => sum + members.length, 0));

  get distance(): number {
    return this.#distance;
  }
  get minutes(): number {
    return this.#minutes;
  }
  get progress(): WorkProgress | null {
    return this.#progress;
  }
  get searching(): boolean {
    return this.#searching;
  }
  /** Whether a search has come to its end. */
  get done(): boolean {
    return this.#found !== null;
  }

  async start(): Promise<void> {
    this.open = true;
    await completeFacts(this.#parts);
    await this.find();
  }

  async look(options: { distance?: number; minutes?: number }): Promise<void> {
    this.#distance = options.distance ?? this.#distance;
    this.#minutes = options.minutes ?? this.#minutes;
    await this.find();
  }

  /** The grid lists what any set holds by the rule that the dialog begins with. */
  async filter(): Promise<void> {
    const { notices, view } = this.#parts;
    const images = await this.#note();
    if (images === 0) return notices.info(words.noneToFilter);
    if (images !== null) view.set('duplicates', true);
  }

  /** Where reading has come to rest other rows may show the same; a list from the last time is made for the first time then. */
  async follow({ state }: Pick<Progress, 'state'>): Promise<void> {
    const rests = state === 'idle' && this.#state !== 'idle';
    this.#state = state;
    const { view } = this.#parts;
    if (!rests || !view.filter.duplicates) return;
    const isFirst = !this.#noted;
    if ((await this.#note()) !== null && isFirst) view.update();
  }

  /** What is excluded shows the same as nothing, and times decide. */
  changed({ patches }: Pick<ProjectChange, 'patches'>): void {
    const decides = patches.some(({ path }) => path[0] === 'excluded' || path[0] === 'times');
    if (decides && this.#parts.view.filter.duplicates) void this.#note();
  }

  /** @returns how many rows show the same as another; null where that could not be found out */
  async #note(): Promise<number | null> {
    const { client, project } = this.#parts;
    const rows = await client.ask(words.couldNot, 'duplicates:rows');
    if (!rows) return null;
    this.#noted = true;
    project.takeDuplicates(rows);
    return rows.length;
  }

  async find(): Promise<void> {
    const search = ++this.#search;
    const options = { distance: this.#distance, minutes: this.#minutes };
    this.#searching = true;
    this.#incomplete = this.unread > 0;
    const sets = await this.#parts.client.ask(words.couldNot, 'duplicates:find', options);
    if (search !== this.#search) return;
    this.#searching = false;
    this.#progress = null;
    if (sets) this.#found = sets;
  }

  async close(): Promise<void> {
    this.open = false;
    if (!this.#searching) return;
    this.#search++;
    await this.#stop();
  }

  /** Stays with what was found before. */
  async cancel(): Promise<void> {
    this.#search++;
    await this.#stop();
  }

  async #stop(): Promise<void> {
    this.#searching = false;
    this.#progress = null;
    await this.#parts.client.ask(words.couldNot, 'duplicates:cancel');
  }

  told(progress: WorkProgress): void {
    if (this.#searching) this.#progress = progress;
  }

  /** Looks again once everything is read that was still missing. */
  rowsCame(): void {
    if (this.open && this.#incomplete && this.unread === 0) void this.find();
  }

  keep(set: ShownSet, row: number): void {
    this.#kept = withChoice(this.#kept, set.id, row);
  }

  /** Everything but the kept one of each set is excluded. */
  async keepOne(sets: readonly ShownSet[]): Promise<void> {
    await this.#do(keepOne(sets));
  }

  async label(sets: readonly ShownSet[]): Promise<void> {
    await this.#do(labelAll(sets, this.#parts.project.document));
  }

  async group(sets: readonly ShownSet[]): Promise<void> {
    await this.#do(groupThem(sets, this.#parts.project.document));
  }

  /** The grid lists them, and nothing else. */
  show(): void {
    const { view } = this.#parts;
    const rows = Uint32Array.from(this.sets.flatMap(({ members }) => members.map(({ item }) => item.index)));
    this.open = false;
    view.open('label');
    view.show({});
    view.showSet({ key: 'duplicates', title: words.set, rows });
  }

  async #do(command: Command | null): Promise<void> {
    if (command) await apply(this.#parts, command);
  }
}
