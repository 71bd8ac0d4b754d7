/** @file A class that must not be missed: which, how many of its images may be, and what the check says about that. */
import type { OperatingAnswer } from '../../../main/contract/evaluation';
import { evaluate as words } from '../../../strings';
import type { Parts } from '../labelling';

/** Shares of its images that may be missed, as they are offered. */
export const MISSES: readonly number[] = [0.01, 0.02, 0.05, 0.1, 0.2];
const USUAL = 0.1;

export class OperatingState {
  readonly #parts: Parts;
  #class = $state<string | null>(null);
  #miss = $state(USUAL);
  #curve = $state.raw<OperatingAnswer | null>(null);
  #run = 0;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Id of the class; null until one is chosen. */
  get class(): string | null {
    return this.#class;
  }
  get miss(): number {
    return this.#miss;
  }
  get curve(): OperatingAnswer | null {
    return this.#class === null ? null : this.#curve;
  }

  async choose(classId: string | null): Promise<void> {
    if (classId !== this.#class) this.#curve = null;
    this.#class = classId;
    await this.refresh();
  }

  async allow(miss: number): Promise<void> {
    this.#miss = miss;
    await this.refresh();
  }

  /** Asks anew; what was chosen in the meantime wins. */
  async refresh(): Promise<void> {
    const { client, project } = this.#parts;
    if (this.#class === null || !project.classById.has(this.#class)) return;
    const run = ++this.#run;
    const options = { class: this.#class, miss: this.#miss };
    const curve = await client.ask(words.couldNot.operating, 'evaluation:operating', options);
    if (curve !== undefined && run === this.#run) this.#curve = curve;
  }
}
