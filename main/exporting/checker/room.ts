/**
 * @file The checking process between calls: the model that is open and the inputs that have come. Knows no Electron;
 * runs in the process of the export check, and in tests.
 */
import type { InputMessage } from '../../images/decoder/protocol';
import { LoadedModel } from '../../engine/modelFile/loadedModel';
import type { CheckCalls } from './protocol';

type Calls = {
  [N in keyof CheckCalls]: (
    arg: Parameters<CheckCalls[N]>[0],
  ) => ReturnType<CheckCalls[N]> | Promise<ReturnType<CheckCalls[N]>>;
};

/** The decoder's word to main may come before its pixels come here. */
const PATIENCE_MS = 20_000;

export class CheckRoom {
  readonly #inputs = new Map<number, Uint8Array>();
  #model: LoadedModel | null = null;
  #arrived = (): void => undefined;

  readonly calls: Calls = {
    open: async ({ dir }) => {
      this.#model?.dispose();
      this.#model = null;
      this.#model = await LoadedModel.load(dir);
      return this.#model.metadata;
    },
    run: async ({ ids }) => {
      if (!this.#model) throw new Error('no model is open');
      const inputs = await this.#inputsOf(ids);
      return { probabilities: this.#model.run(inputs).probabilities };
    },
  };

  push({ id, pixels }: InputMessage): void {
    this.#inputs.set(id, pixels);
    this.#arrived();
  }

  async #inputsOf(ids: readonly number[]): Promise<Uint8Array[]> {
    const until = Date.now() + PATIENCE_MS;
    while (ids.some((id) => !this.#inputs.has(id))) {
      if (Date.now() > until) throw new Error('some pixels never came from the decoder');
      await this.#nextArrival();
    }
    return ids.map((id) => this.#inputs.get(id)!);
  }

  #nextArrival(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, 100);
      this.#arrived = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
