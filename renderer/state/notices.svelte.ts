/** @file What the window tells the person outside the views: toasts, and sentences for screen readers. */
import type { Notice } from '../../main/contract/model';
import { faults } from '../../strings';

export interface ShownNotice extends Notice {
  id: number;
}

/** What was done to several images at once, told below the views. */
export interface Done {
  sentence: string;
  /** The project's revision after it: while that is the latest, undoing takes this back. */
  revision: number | null;
}

const SHOWN_FOR_MS = 5000;
const DONE_FOR_MS = 12_000;
const AT_MOST = 4;

export class Notices {
  #shown = $state.raw<readonly ShownNotice[]>([]);
  #spoken = $state('');
  #done = $state.raw<Done | null>(null);
  #nextId = 1;

  get shown(): readonly ShownNotice[] {
    return this.#shown;
  }

  /** The latest sentence for screen readers. */
  get spoken(): string {
    return this.#spoken;
  }

  /** Errors stay until they are dismissed; everything else goes by itself. */
  add(notice: Notice): void {
    const shown = { ...notice, id: this.#nextId++ };
    this.#shown = [...this.#shown, shown].slice(-AT_MOST);
    if (notice.kind !== 'error') setTimeout(() => this.dismiss(shown.id), SHOWN_FOR_MS);
  }

  /** One at a time: what happened before last is old news. */
  info(title: string, text = ''): void {
    this.#shown = this.#shown.filter((notice) => notice.kind !== 'info');
    this.add({ kind: 'info', title, text });
  }

  error(title: string, text: string): void {
    // The bridge passes on the sentence of an error and nothing else; this one says that nobody expected it.
    this.add({ kind: 'error', title, text, inLog: text === faults.unexpected });
  }

  get done(): Done | null {
    return this.#done;
  }

  /** Tells calmly, in the line below the views, and lets it be undone from there. */
  confirm(sentence: string, revision: number | null = null): void {
    const done = { sentence, revision };
    this.#done = done;
    setTimeout(() => {
      if (this.#done === done) this.#done = null;
    }, DONE_FOR_MS);
  }

  /** What was done in one project says nothing of the next. */
  forgetDone(): void {
    this.#done = null;
  }

  say(sentence: string): void {
    this.#spoken = sentence;
  }

  dismiss(id: number): void {
    this.#shown = this.#shown.filter((notice) => notice.id !== id);
  }
}
