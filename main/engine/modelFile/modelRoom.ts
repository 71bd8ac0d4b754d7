/**
 * @file The exported model that the engine classifies with, while one is open: pixels that the decoder sends are
 * answered by it. Runs in the engine.
 */
import { PersonError } from '../../contract/errors';
import type { InputMessage } from '../../images/decoder/protocol';
import { answerOf, type ModelAnswer } from './answers';
import { LoadedModel } from './loadedModel';
import type { Metadata } from './metadata';
import { told } from '../../../strings/words';

export interface Classified {
  /** Of the decode job. */
  id: number;
  answer: ModelAnswer;
}

export class ModelRoom {
  #model: LoadedModel | null = null;

  get isOpen(): boolean {
    return this.#model !== null;
  }

  /** @throws PersonError where the folder is none of ours, or damaged; no model is open then */
  async open(dir: string): Promise<Metadata> {
    this.close();
    this.#model = await LoadedModel.load(dir);
    return this.#model.metadata;
  }

  close(): void {
    this.#model?.dispose();
    this.#model = null;
  }

  /** Answers for a batch, in its order. */
  classify(batch: readonly InputMessage[]): Classified[] {
    if (!this.#model) throw new PersonError(told().exports.noModelOpen);
    const { metadata } = this.#model;
    const { probabilities, logits } = this.#model.run(batch.map(({ pixels }) => pixels));
    const classes = metadata.classes.length;
    const row = (values: Float32Array, i: number) => values.subarray(i * classes, (i + 1) * classes);
    return batch.map(({ id }, i) => ({
      id,
      answer: answerOf(row(probabilities, i), row(logits, i), metadata),
    }));
  }
}
