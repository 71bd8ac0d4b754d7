/**
 * @file What another framing would cost: the engine keeps the embeddings of the last ones, so that going back reads
 * nothing. Runs in main.
 */
import type { FramingCost } from '../contract/areas/framing';
import type { Framing, ItemRow } from '../contract/model';
import { EngineGone, type Engine } from '../engine/supervisor';
import type { Library } from '../images/library';

export class Framings {
  constructor(
    private readonly library: Pick<Library, 'items' | 'reader'>,
    private readonly engine: Pick<Engine, 'call'>,
  ) {}

  async cost(framing: Framing): Promise<FramingCost> {
    const { framing: present, inputSize: side, sidecar } = this.library.reader;
    if (JSON.stringify(framing) === JSON.stringify(present)) return { side, images: 0 };
    const kept = await this.engine.call('keptFor', { sidecar, framing }).catch((error: unknown) => {
      if (error instanceof EngineGone) return null;
      throw error;
    });
    return { side, images: kept && this.#unread(new Set(kept)) };
  }

  /** Boxes are seen the same under every framing, and what could not be read is not read again. */
  #unread(kept: ReadonlySet<string>): number {
    const { items, reader } = this.library;
    const isUnread = ({ index, box, state }: ItemRow): boolean =>
      box === null &&
      !reader.spares(index) &&
      (state === 'ready' || state === 'waiting') &&
      !kept.has(items.hash(index) ?? '');
    return items.rows.filter(isUnread).length;
  }
}
