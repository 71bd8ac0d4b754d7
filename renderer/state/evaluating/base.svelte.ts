/** @file What the own classes cost ImageNet's: measured on a folder of the person's, or not measured. */
import type { BaseReceipt } from '../../../main/contract/evaluation';
import type { WorkProgress } from '../../../main/contract/model';
import { evaluate as words } from '../../../strings';
import type { Parts } from '../labelling';

export class BaseImpact {
  readonly #parts: Parts;
  #receipt = $state.raw<BaseReceipt | null>(null);
  #running = $state(false);
  #progress = $state.raw<WorkProgress | null>(null);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get receipt(): BaseReceipt | null {
    return this.#receipt;
  }
  get running(): boolean {
    return this.#running;
  }
  get progress(): WorkProgress | null {
    return this.#progress;
  }

  async start(): Promise<void> {
    const receipt = await this.#parts.client.ask(words.couldNot.base, 'evaluation:receipt');
    if (receipt !== undefined) this.#receipt = receipt;
  }

  async measure(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const receipt = await this.#parts.client.ask(words.couldNot.base, 'evaluation:base');
    this.#running = false;
    this.#progress = null;
    if (receipt) this.#receipt = receipt;
  }

  async cancel(): Promise<void> {
    await this.#parts.client.ask(words.couldNot.cancel, 'evaluation:cancelBase');
  }

  told(progress: WorkProgress): void {
    if (this.#running) this.#progress = progress;
  }
}
