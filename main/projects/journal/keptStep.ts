/** @file A step of an earlier session: known by its title, decoded when it is to be undone or redone. Runs in main. */
import type { Entry } from './read';
import { decodeStep } from './step';
import type { Step } from './step';

export class KeptStep implements Step {
  readonly title: string;
  #decoded: Pick<Step, 'patches' | 'inverse'> | null = null;

  constructor(private readonly entry: Entry) {
    this.title = entry.title;
  }

  /** @throws where the file does not say it as it should. */
  get patches(): Step['patches'] {
    return this.#decode().patches;
  }

  get inverse(): Step['inverse'] {
    return this.#decode().inverse;
  }

  #decode(): Pick<Step, 'patches' | 'inverse'> {
    return (this.#decoded ??= decodeStep(this.entry.body.toString('utf8')));
  }
}
