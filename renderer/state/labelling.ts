/** @file Labelling: what a key, a click on a class or Enter does to the selected images. */
import type { Command, LabelHow } from '../../main/contract/model';
import { guessAt } from '../logic/guesses';
import { NONE } from '../logic/labels';
import { isUnlabelled } from '../logic/filterTests';
import { app, banner, details, grid } from '../../strings';
import type { BoxesState } from './boxes.svelte';
import type { Client } from './client';
import type { Notices } from './notices.svelte';
import type { ProjectState } from './project.svelte';
import type { SelectionState } from './selection.svelte';
import type { ViewState } from './view.svelte';

export interface Parts {
  readonly boxes: BoxesState;
  client: Client;
  notices: Notices;
  project: ProjectState;
  selection: SelectionState;
  view: ViewState;
}

/** Sends a command and takes over what main made of it; false when it failed, which was then said. */
export async function apply(parts: Parts, command: Command): Promise<boolean> {
  const { client, project } = parts;
  if (refuses(parts)) return false;
  const change = await client.ask(app.couldNot.apply, 'project:apply', command);
  if (change) project.follow(change);
  return change !== undefined;
}

/** Whether nothing can be changed; says so, since a key that does nothing is a dead end. The banner says why. */
function refuses({ notices, project }: Parts): boolean {
  if (project.readOnly === null) return false;
  notices.info(banner.readOnly);
  return true;
}

export class Labelling {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Labels what is selected, or the focused image, or the rows that were; null takes labels away. */
  async label(classId: string | null, named?: number[]): Promise<void> {
    const { boxes } = this.#parts;
    // A box that was drawn a moment ago has no row yet.
    if (!named && boxes.holds && boxes.row === NONE) return boxes.label(classId);
    const rows = named ?? this.targets();
    const name = classId === null ? null : (this.#parts.project.classById.get(classId)?.name ?? classId);
    if (rows.length === 0 || refuses(this.#parts)) return;
    this.#parts.notices.say(
      name === null ? grid.announceUnlabelled(rows.length) : grid.announceLabelled(rows.length, name),
    );
    await this.#send(rows, classId, 'hand', classId !== null && this.#isAt(rows));
  }

  /** Whether these rows are still the ones that the person is at. */
  #isAt(rows: readonly number[]): boolean {
    const now = this.#parts.selection.targets(this.#parts.view.reach);
    return now.length === rows.length && now.every((row, i) => row === rows[i]);
  }

  /** Labels these rows, wherever they are. */
  async labelRows(rows: number[], classId: string, how: LabelHow): Promise<void> {
    if (rows.length === 0 || refuses(this.#parts)) return;
    await this.#send(rows, classId, how, false);
  }

  async labelWithKey(key: string): Promise<void> {
    const info = this.#parts.project.document.classes.find((one) => one.key === key);
    if (info) await this.label(info.id);
  }

  /** Accepts each selected image's own guess, in one step whatever the classes are. */
  async accept(): Promise<void> {
    const { project, notices } = this.#parts;
    const byClass = new Map<string, number[]>();
    for (const row of this.targets()) {
      const guess = isUnlabelled(project.tables, row) ? guessAt(project.guesses, row) : null;
      if (guess) byClass.set(guess.class, [...(byClass.get(guess.class) ?? []), row]);
    }
    const images = [...byClass.values()].reduce((sum, rows) => sum + rows.length, 0);
    if (images === 0) return notices.info(details.noGuess);
    if (refuses(this.#parts)) return;
    const how = images === 1 ? 'accepted' : 'bulk';
    const settle = [...byClass].map(([classId, rows]) => project.paint(rows, classId));
    const [row = NONE] = [...byClass.values()].flat();
    if (images === 1) this.#advance(row);
    const labels = [...byClass].map(([id, rows]) => ({ class: id, items: this.#items(rows) }));
    const done = await apply(this.#parts, { name: 'labelMany', how, labels });
    settle.forEach((one) => one());
    if (done && images > 1) this.#confirm(grid.acceptedMany(images));
  }

  /** Excludes the selected images; where all of them are out already, takes them in again. */
  async toggleExcluded(): Promise<void> {
    const { project } = this.#parts;
    const rows = this.targets();
    const images = rows.flatMap((row) => project.items[row]?.id ?? []);
    if (images.length === 0) return;
    const excluded = rows.some((row) => project.labels.excluded[row] !== 1);
    const done = await apply(this.#parts, { name: 'setExcluded', images, excluded });
    if (!done || rows.length < 2) return;
    this.#confirm(excluded ? grid.excludedMany(rows.length) : grid.includedMany(rows.length));
  }

  /** Rows to act on; says so where there are none. */
  targets(): number[] {
    const { boxes, selection, view } = this.#parts;
    if (boxes.holds) return boxes.row === NONE ? [] : [boxes.row];
    const rows = selection.targets(view.reach);
    if (rows.length === 0) this.#parts.notices.info(details.selectFirst);
    return rows;
  }

  async #send(rows: number[], classId: string | null, how: LabelHow, advance: boolean): Promise<void> {
    const items = this.#items(rows);
    const settle = this.#parts.project.paint(rows, classId);
    if (advance && rows.length === 1) this.#advance(rows[0] ?? NONE);
    const done = await apply(this.#parts, { name: 'label', items, class: classId, how });
    settle();
    if (!done || rows.length < 2) return;
    const name = this.#parts.project.classById.get(classId ?? '')?.name ?? null;
    this.#confirm(
      name === null ? grid.announceUnlabelled(rows.length) : grid.labelledMany(rows.length, name),
    );
  }

  #confirm(sentence: string): void {
    this.#parts.notices.confirm(sentence, this.#parts.project.revision);
  }

  #items(rows: readonly number[]): string[] {
    return rows.flatMap((row) => this.#parts.project.items[row]?.id ?? []);
  }

  /** To the next image without a label, so that a hand can stay on the keys. */
  #advance(from: number): void {
    const { boxes, project, selection, view } = this.#parts;
    // Elsewhere the next one in the list may be far away.
    if (!view.autoAdvance || view.name !== 'label' || boxes.holds) return;
    // Who has gone on meanwhile stays there.
    if (selection.focus !== from && !selection.has(from)) return;
    const next = view.list.next(from, (row) => isUnlabelled(project.tables, row));
    if (next !== NONE) selection.only(next);
  }
}
