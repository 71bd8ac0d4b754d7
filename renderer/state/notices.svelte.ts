/** @file What the window tells the person outside the views: toasts, and sentences for screen readers. */
import type { Notice } from '../../main/contract/model';

export interface ShownNotice extends Notice {
  id: number;
}

const SHOWN_FOR_MS = 5000;
const AT_MOST = 4;

export class Notices {
  #shown = $state.raw<readonly ShownNotice[]>([]);
  #spoken = $state('');
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
    this.add({ kind: 'error', title, text });
  }

  say(sentence: string): void {
    this.#spoken = sentence;
  }

  dismiss(id: number): void {
    this.#shown = this.#shown.filter((notice) => notice.id !== id);
  }
}
