/** @file The order in which images that look alike lie beside each other: asked of main when it is wanted, and kept until it is asked for again. */
import type { Arranging } from '../../main/contract/areas/search';
import { unarranged } from '../logic/unarranged';
import { app, arranging as words } from '../../strings';
import type { Parts } from './labelling';

export class ArrangingState {
  readonly #parts: Parts;
  #busy = $state(false);
  #asked = $state(false);
  #progress = $state.raw<Arranging | null>(null);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** How far it is, once it takes long enough to be worth a word; null otherwise. */
  get progress(): Arranging | null {
    return this.#progress;
  }

  /** Images that were read after the list was arranged: they come last in it. */
  readonly added = $derived.by(() => {
    const { project, view } = this.#parts;
    return view.order.by === 'alike' && project.alike ? unarranged(project.countedTables) : 0;
  });

  /** Whether the order was remembered and what it needs is there by now. */
  readonly isWanted = $derived.by(() => {
    const { project, view } = this.#parts;
    const isThere = project.progress.state === 'idle' && project.tally.read > 0;
    return view.order.by === 'alike' && project.alike === null && !this.#asked && isThere;
  });

  /** Lists what looks alike together; arranged anew where images have been read since. */
  async sort(): Promise<void> {
    const { project, view } = this.#parts;
    view.sortBy('alike');
    if (project.alike === null || this.added > 0) await this.make();
  }

  /** Makes the list anew, in whatever order it is. */
  async update(): Promise<void> {
    if (this.added > 0) await this.make();
    else this.#parts.view.update();
  }

  async make(): Promise<void> {
    if (this.#busy) return;
    const { client, notices, project, view } = this.#parts;
    this.#busy = this.#asked = true;
    const rows = await client.ask(app.couldNot.search, 'search:alike');
    this.#busy = false;
    this.#progress = null;
    if (!rows) return;
    if (rows.length === 0) return notices.info(words.notRead);
    project.alike = rows;
    if (view.order.by === 'alike') view.update();
    notices.say(words.done);
  }

  /** What was shown stays as it is. */
  async cancel(): Promise<void> {
    await this.#parts.client.ask(words.couldNotCancel, 'search:cancelAlike');
  }

  take(progress: Arranging): void {
    if (this.#busy) this.#progress = progress;
  }
}
