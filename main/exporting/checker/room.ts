/**
 * @file The checking process between calls: the model that is open and the inputs that have come. Knows no Electron;
 * runs in the process of the export check, and in tests.
 */
import { ArrivedPixels } from '../../images/decoder/arrived';
import type { InputMessage } from '../../images/decoder/protocol';
import { LoadedModel } from '../../engine/modelFile/loadedModel';
import type { CheckCalls } from './protocol';

type Calls = {
  [N in keyof CheckCalls]: (
    arg: Parameters<CheckCalls[N]>[0],
  ) => ReturnType<CheckCalls[N]> | Promise<ReturnType<CheckCalls[N]>>;
};

export class CheckRoom {
  readonly #inputs = new ArrivedPixels();
  #model: LoadedModel | null = null;

  readonly calls: Calls = {
    open: async ({ dir }) => {
      this.#model?.dispose();
      this.#model = null;
      this.#model = await LoadedModel.load(dir);
      return this.#model.metadata;
    },
    run: async ({ ids }) => {
      if (!this.#model) throw new Error('no model is open');
      const inputs = await this.#inputs.of(ids);
      return { probabilities: this.#model.run(inputs).probabilities };
    },
  };

  push(message: InputMessage): void {
    this.#inputs.push(message);
  }
}
