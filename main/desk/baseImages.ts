/** @file Measures what own classes cost those of the backbone, on a folder of images of these. Runs in main, with a window or without. */
import path from 'node:path';
import { PersonError, describe } from '../contract/errors';
import type { BaseReceipt } from '../contract/evaluation';
import type { HashedImages } from '../engine/evaluating/question';
import { EngineGone, type Engine } from '../engine/supervisor';
import type { OtherImages } from '../images/otherImages';
import { scanFolders } from '../images/scan';
import type { ProjectStore } from '../projects/store';
import type { Answers } from './answers';
import { baseClassesOf } from './baseClasses';
import { readReceipt, receiptOf, writeReceipt } from './baseReceipt';
import { told } from '../../strings/words';

export interface BaseImagesParts {
  images: OtherImages;
  store: Pick<ProjectStore, 'document' | 'revision' | 'readOnly'>;
  engine: Pick<Engine, 'call'>;
  answers: Pick<Answers, 'lesson'>;
  /** Folder that receipts are kept in. */
  folder: string;
  notice: (sentence: string) => void;
}

export class BaseImages {
  #stop: AbortController | null = null;
  #measured: HashedImages['hashed'] = [];
  #receipt: Promise<BaseReceipt | null> | null = null;

  constructor(private readonly parts: BaseImagesParts) {}

  get images(): OtherImages {
    return this.parts.images;
  }

  /** What was measured last since the project was opened. */
  get measured(): HashedImages['hashed'] {
    return this.#measured;
  }

  receipt(): Promise<BaseReceipt | null> {
    return (this.#receipt ??= readReceipt(this.parts.folder));
  }

  /**
   * @param folder with a subfolder for each base class, named by its label or number
   * @returns null where it was cancelled
   * @throws PersonError where the folder is not as it must be, or nothing is taught yet
   */
  async measure(folder: string): Promise<BaseReceipt | null> {
    if (this.#stop) throw new PersonError(told().evaluations.baseUnderWay);
    const stop = new AbortController();
    this.#stop = stop;
    try {
      const receipt = await this.#measure(folder, stop.signal);
      if (receipt) await this.#keep(receipt);
      return receipt;
    } catch (error) {
      if (stop.signal.aborted) return null;
      throw error instanceof EngineGone ? new PersonError(told().evaluations.baseEngineEnded) : error;
    } finally {
      this.#stop = null;
    }
  }

  cancel(): void {
    this.#stop?.abort();
    this.images.cancel();
  }

  async #measure(folder: string, signal: AbortSignal): Promise<BaseReceipt | null> {
    const { engine, store, answers } = this.parts;
    const labels = await engine.call('baseLabels', undefined);
    const found = await filesIn(folder, labels, signal);
    const { revision } = store;
    const lesson = answers.lesson('imagenet');
    const read = await this.images.read(found.files);
    if (signal.aborted) return null;
    const images = read.flatMap((one, i) =>
      'hash' in one ? [{ hash: one.hash, class: found.classes[i]! }] : [],
    );
    if (images.length === 0) throw new PersonError(told().evaluations.noneRead);
    const impact = await engine.call('baseImpact', { lesson, images });
    this.#measured = images;
    const about = { at: new Date().toISOString(), revision, folder: path.basename(folder) || folder };
    const classes = new Set(images.map((image) => image.class)).size;
    return receiptOf(impact, { ...about, classes, join: lesson.settings.join });
  }

  async #keep(receipt: BaseReceipt): Promise<void> {
    this.#receipt = Promise.resolve(receipt);
    if (this.parts.store.readOnly !== null) return;
    await writeReceipt(this.parts.folder, receipt).catch((error: unknown) =>
      this.parts.notice(told().evaluations.measuredNotKept(describe(error))),
    );
  }
}

/** Images in subfolders, each with the number of its base class. Those at the root have none. */
async function filesIn(folder: string, labels: readonly string[], signal: AbortSignal) {
  const { images } = await scanFolders([{ id: 'base', path: folder }], { signal });
  const known = images.filter((image) => image.path.includes('/'));
  const top = (image: { path: string }): string => image.path.split('/')[0]!;
  if (known.length === 0) throw new PersonError(told().evaluations.noSubfolders);
  const classes = baseClassesOf([...new Set(known.map(top))], labels);
  return {
    files: known.map((image) => ({ path: path.join(folder, image.path), bytes: image.size })),
    classes: known.map((image) => classes.get(top(image))!),
  };
}
