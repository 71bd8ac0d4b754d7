/**
 * @file Has boxes decoded, those of one image together: opening a large photo takes longer than cutting twenty boxes out
 * of it. Runs in main.
 */
import type { Box } from '../contract/model';
import type { DecodeRequest } from './decoder/decoder';
import type { BoxJob, DecodeResult } from './decoder/protocol';
import { roundedBox } from './decoder/regions';
import type { Items } from './items';

export interface BoxJobsParts {
  decoder: {
    nextId(): number;
    decode(request: DecodeRequest): Promise<DecodeResult>;
  };
  /** What the decoder needs to read an image. */
  request(image: number): Omit<DecodeRequest, 'wantInput'>;
  /** A thumbnail was made: of this content's box as it was asked for, whatever became of it meanwhile. */
  thumbnail(hash: string, box: Box, jpeg: Uint8Array): void;
}

interface Waiting extends BoxJob {
  settle: (result: DecodeResult) => void;
  fail: (error: unknown) => void;
}

/** Boxes of one job: their half-reduced pixels lie in memory side by side. */
const MOST_TOGETHER = 32;

export class BoxJobs {
  /** By row of the image: what was asked for since the last turn of the event loop. */
  readonly #waiting = new Map<number, Waiting[]>();

  constructor(
    private readonly items: Pick<Items, 'row'>,
    private readonly parts: BoxJobsParts,
  ) {}

  /** As the decoder's own `submit`, of one box: its thumbnail stands where an image's would. */
  submit(row: number): { id: number; result: Promise<DecodeResult> } {
    const { image, box } = boxAt(this.items, row);
    const id = this.parts.decoder.nextId();
    const result = new Promise<DecodeResult>((settle, fail) => {
      const others = this.#waiting.get(image) ?? [];
      if (this.#waiting.size === 0) setImmediate(() => this.#flush());
      this.#waiting.set(image, [...others, { id, box, settle, fail }]);
    });
    return { id, result };
  }

  #flush(): void {
    const all = [...this.#waiting];
    this.#waiting.clear();
    for (const [image, boxes] of all) {
      for (let from = 0; from < boxes.length; from += MOST_TOGETHER)
        void this.#decode(image, boxes.slice(from, from + MOST_TOGETHER));
    }
  }

  async #decode(image: number, waiting: Waiting[]): Promise<void> {
    const boxes = waiting.map(({ id, box }) => ({ id, box }));
    const request = { ...this.parts.request(image), wantInput: true, boxes };
    try {
      const result = await this.parts.decoder.decode(request);
      for (const { id, box, settle } of waiting) {
        const own = ofBox(result, id);
        if ('hash' in own && own.thumbnail) this.parts.thumbnail(own.hash, box, own.thumbnail);
        settle(own);
      }
    } catch (error) {
      for (const { fail } of waiting) fail(error);
    }
  }
}

function boxAt(items: Pick<Items, 'row'>, row: number): { image: number; box: Box } {
  const { image, box } = items.row(row);
  if (box === null) throw new Error(`Row ${row} is no box.`);
  return { image, box: roundedBox(box) };
}

function ofBox(result: DecodeResult, id: number): DecodeResult {
  if ('failure' in result) return { ...result, id };
  const own = result.boxes.find((box) => box.id === id);
  return { ...result, id, thumbnail: own?.thumbnail ?? null };
}
