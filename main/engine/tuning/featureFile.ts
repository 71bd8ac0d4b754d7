/**
 * @file Features of labelled items on the disk, so that their images are not read and run again for the next training. A sidecar:
 * what is lost is computed again. Engine, its only writer.
 *
 * Halves are kept two in a word of an embeddings file (its layout, records and sums): a record is whole or not there. One file, of
 * one space, which is begun anew when it would grow beyond {@link MOST_ITEMS}.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { describe } from '../../contract/errors';
import { encodeRecord, type Shape } from '../embeddings/layout';
import { RecordFile } from '../embeddings/recordFile';
import type { Sizes, View } from './forward';
import { VIEWS } from './views';
import { told } from '../../../strings/words';

/** 250 MB at four views of 7×7×320 halves. */
export const MOST_ITEMS = 2000;
const FILE = 'items.features';
const NONE = new Float32Array(0);

export class FeatureFile {
  readonly #held = new Map<string, View[]>();
  #failed = false;

  private constructor(
    private readonly file: RecordFile | null,
    private readonly shape: Shape,
    private readonly onProblem: (sentence: string) => void,
  ) {}

  /**
   * @param folder made where it is missing; null: features are held in memory only
   * @param wanted keys that will be asked for
   * @param space everything that features depend on besides the item
   */
  static async open(
    folder: string | null,
    { places, channels }: Pick<Sizes, 'places' | 'channels'>,
    { space, wanted, onProblem }: FeatureFileOptions,
  ): Promise<FeatureFile> {
    const shape = { dimension: (VIEWS * places * channels) / 2, extra: 0, space };
    const opened = folder === null ? null : await openFile(folder, shape, wanted).catch(onTrouble);
    return new FeatureFile(opened, shape, onProblem);

    function onTrouble(error: unknown): null {
      onProblem(notKept(error));
      return null;
    }
  }

  has(key: string): boolean {
    return this.#held.has(key) || (this.file?.has(key) ?? false);
  }

  /** [VIEWS] halves [places, channels]; null where there are none. */
  read(key: string): View[] | null {
    const held = this.#held.get(key);
    if (held) return held;
    const words = this.file?.read(key)?.values(0);
    if (!words) return null;
    const halves = new Uint16Array(words.buffer, words.byteOffset, 2 * words.length);
    const size = halves.length / VIEWS;
    return Array.from({ length: VIEWS }, (_, view) => halves.subarray(view * size, (view + 1) * size));
  }

  /** Keeps an item's views; where the disk refuses, in memory, and says so once. */
  keep(key: string, views: readonly View[]): void {
    const halves = new Uint16Array(2 * this.shape.dimension);
    views.forEach((view, i) => halves.set(view, i * view.length));
    const record = { hash: key, values: new Float32Array(halves.buffer), extra: NONE };
    try {
      if (this.file && !this.#failed)
        return this.file.add(new Map([[key, encodeRecord(record, this.shape)]]));
    } catch (error) {
      this.#failed = true;
      this.onProblem(notKept(error));
    }
    this.#held.set(key, [...views]);
  }

  /** What was kept is on the disk after `close`, as far as it can be. */
  async close(): Promise<void> {
    this.#held.clear();
    await this.file?.sync().catch(() => undefined);
    this.file?.close();
  }
}

export interface FeatureFileOptions {
  space: string;
  wanted: readonly string[];
  onProblem: (sentence: string) => void;
}

async function openFile(folder: string, shape: Shape, wanted: readonly string[]): Promise<RecordFile | null> {
  await fs.mkdir(folder, { recursive: true });
  const file = path.join(folder, FILE);
  // Another space's header is not this one's: the file is begun anew by itself.
  const opened = RecordFile.open(file, shape, false);
  const missing = wanted.filter((key) => !opened?.has(key)).length;
  if (!opened || opened.size + missing <= MOST_ITEMS) return opened;
  opened.close();
  await fs.rm(file);
  return RecordFile.open(file, shape, false);
}

const notKept = (error: unknown): string => told().engine.featuresNotKept(describe(error));
