/**
 * @file What the engine finds among the items of the open project for a person. It knows rows; what is excluded, labelled
 * or grouped stands in the document. Runs in main, with a window or without.
 */
import type { LooksGain } from '../contract/areas/looks';
import type { Mislabelled, Similar } from '../contract/areas/search';
import { PersonError } from '../contract/errors';
import { EngineGone, type Engine } from '../engine/supervisor';
import type { Library } from '../images/library';
import type { ProjectStore } from '../projects/store';
import type { Answers } from './answers';
import { blindRows, rowsKeptOut, unlabelled } from './rows';
import { scenesOf } from './scenes';
import { told } from '../../strings/words';

export class Searches {
  constructor(
    private readonly store: Pick<ProjectStore, 'document'>,
    private readonly library: Pick<Library, 'items'>,
    private readonly engine: Pick<Engine, 'call'>,
    private readonly answers: Pick<Answers, 'caughtUp'>,
  ) {}

  /**
   * Images whose guess is hidden are neither compared with nor found: their neighbours would give it away.
   * @throws PersonError where none of the items has been read, or all are hidden
   */
  async similar(items: readonly string[]): Promise<Similar> {
    const known = this.library.items;
    const { document } = this.store;
    const blind = blindRows(document, known);
    const hidden = new Set(blind);
    const asked = items.flatMap((item) => known.indexOf(item) ?? []);
    const rows = asked.filter((row) => !hidden.has(row));
    if (asked.length > 0 && rows.length === 0) throw new PersonError(told().desk.blind);
    const leftOut = [...new Set([...rowsKeptOut(document, known), ...blind])];
    const found = await this.#asked(this.engine.call('similar', { rows, leftOut }));
    if (found.rows.length === 0) throw new PersonError(told().desk.nothingToCompare);
    return found;
  }

  /** See 'search:alike'. */
  async alike(): Promise<Uint32Array | null> {
    const leftOut = rowsKeptOut(this.store.document, this.library.items);
    return this.#asked(this.engine.call('arrange', { leftOut }));
  }

  async cancelAlike(): Promise<void> {
    await this.engine.call('cancelArrange', undefined).catch((error: unknown) => {
      if (!(error instanceof EngineGone)) throw error;
    });
  }

  /** By the newest labels; see 'search:doubtful'. */
  async doubtful(count: number): Promise<Uint32Array> {
    await this.answers.caughtUp();
    const candidates = unlabelled(this.store.document, this.library.items.rows);
    const rows = Uint32Array.from(candidates, ({ index }) => index);
    const scenes = scenesOf(candidates, this.store.document);
    return this.#asked(this.engine.call('doubtful', { count, rows, scenes }));
  }

  /** By the newest labels; see 'search:mislabelled'. */
  async mislabelled(): Promise<Mislabelled[]> {
    await this.answers.caughtUp();
    return this.#asked(this.engine.call('mislabelled', undefined));
  }

  /** By the newest labels; see 'looks:gain'. */
  async looks(classId: string): Promise<LooksGain> {
    await this.answers.caughtUp();
    return this.#asked(this.engine.call('looks', { class: classId }));
  }

  async #asked<T>(answer: Promise<T>): Promise<T> {
    return answer.catch((error: unknown) => {
      throw error instanceof EngineGone ? new PersonError(told().desk.engineAgain) : error;
    });
  }
}
