/** @file 'Do I need more images?': the curve, asked anew when the figures are. */
import type { LearningCurve } from '../../../main/contract/evaluation';
import { evaluate as words } from '../../../strings';
import type { Parts } from '../labelling';

/** The same labels give the same curve each time. */
const SEED = 1;

export class CurveState {
  readonly #parts: Parts;
  #curve = $state.raw<LearningCurve | null>(null);
  #asked = $state(false);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Null: nothing is taught, or not asked yet. */
  get curve(): LearningCurve | null {
    return this.#curve;
  }
  get asked(): boolean {
    return this.#asked;
  }

  async ask(): Promise<void> {
    const curve = await this.#parts.client.ask(words.couldNot.curve, 'evaluation:curve', { seed: SEED });
    this.#asked = true;
    if (curve !== undefined) this.#curve = curve;
  }
}
