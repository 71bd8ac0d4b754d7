/**
 * @file The process that tries a model, between calls: the model that is loaded, the photos' pixels, and what it made of them.
 * Knows no Electron; runs in that process, and in tests.
 */
import { PersonError, describe } from '../../contract/errors';
import { lookAtModel } from '../../engine/ownBackbones/lookAt';
import { RunningModel, type OwnRule, type Ran } from '../../engine/ownBackbones/running';
import { ArrivedPixels } from '../../images/decoder/arrived';
import type { InputMessage } from '../../images/decoder/protocol';
import { apartOf } from '../estimate/apart';
import { estimateConstants } from '../estimate/constants';
import type { Labelled } from '../estimate/units';
import { areShares, faultOf, isSame, nearestTo } from '../estimate/values';
import { notRun } from '../sentences';
import type { Concluded, Photo, Tested, TryCalls } from './protocol';

type Calls = {
  [N in keyof TryCalls]: (
    arg: Parameters<TryCalls[N]>[0],
  ) => ReturnType<TryCalls[N]> | Promise<ReturnType<TryCalls[N]>>;
};

export class TryRoom {
  readonly #inputs = new ArrivedPixels();
  readonly #embeddings = new Map<number, Float32Array>();
  #model: RunningModel | null = null;

  readonly calls: Calls = {
    look: ({ dir, named }) => lookAtModel(dir, named),
    load: (tried) => this.#load(tried),
    test: ({ ids }) => this.#test(ids),
    run: ({ ids }) => this.#run(ids),
    apart: ({ photos }) => ({ figure: this.#faultIn(photos) ? null : apartOf(this.#labelled(photos)) }),
    conclude: (options) => this.#conclude(options),
    forget: ({ inputs }) => {
      this.#embeddings.clear();
      if (inputs) this.#inputs.clear();
      return null;
    },
  };

  push(message: InputMessage): void {
    this.#inputs.push(message);
  }

  async #load(tried: OwnRule): Promise<null> {
    this.#model?.dispose();
    this.#model = null;
    this.#model = await RunningModel.load(tried).catch((error: unknown) => {
      throw error instanceof PersonError ? error : new PersonError(notRun('load', describe(error)));
    });
    return null;
  }

  /** Alone first: what one image alone cannot be run on is no model for images. */
  async #test(ids: readonly number[]): Promise<Tested> {
    const images = await this.#inputs.of(ids);
    const alone = images.map((image) => this.#embed([image]));
    const { rank, rows } = alone[0]!;
    const dimension = rows[0]!.length;
    try {
      const together = this.#embed(images).rows;
      const same = together.every((row, i) => isSame(row, alone[i]!.rows[0]!));
      return { rank, dimension, together: same ? 'same' : 'differs' };
    } catch {
      return { rank, dimension, together: 'refused' };
    }
  }

  async #run(ids: readonly number[]): Promise<{ milliseconds: number }> {
    const images = await this.#inputs.of(ids);
    const start = performance.now();
    const { rows } = this.#embed(images);
    const milliseconds = Math.max(performance.now() - start, 0.001);
    ids.forEach((id, i) => this.#embeddings.set(id, rows[i]!));
    return { milliseconds };
  }

  #conclude({ photos, shown, near }: Parameters<TryCalls['conclude']>[0]): Concluded {
    const rows = photos.map(({ id }) => this.#embedding(id));
    const [fault, shares] = [this.#faultIn(photos), areShares(rows)];
    if (fault !== null) return { fault, shares: false, figure: null, constants: null, nearest: [] };
    const labelled = this.#labelled(photos);
    const byId = new Map(photos.map(({ id }, i) => [id, rows[i]!]));
    return {
      ...{ fault, shares, figure: apartOf(labelled), constants: estimateConstants(labelled) },
      nearest: shown.map((id) => nearestTo(id, byId, near)),
    };
  }

  #embed(images: readonly Uint8Array[]): Ran {
    if (!this.#model) throw new Error('no model is loaded');
    try {
      return this.#model.run(images);
    } catch (error) {
      throw error instanceof PersonError ? error : new PersonError(notRun('run', describe(error)));
    }
  }

  #faultIn(photos: readonly Photo[]): ReturnType<typeof faultOf> {
    return faultOf(photos.map(({ id }) => this.#embedding(id)));
  }

  #labelled(photos: readonly Photo[]): Labelled[] {
    return photos.map(({ id, class: name }) => ({ embedding: this.#embedding(id), class: name }));
  }

  #embedding(id: number): Float32Array {
    const row = this.#embeddings.get(id);
    if (row) return row;
    throw new Error(`photo ${id} was not run`);
  }
}
