/** @file The kept head of the open project, read from its file once. Runs in the engine and in tests. */
import { PersonError } from '../../contract/errors';
import { readHead } from '../heads/headFile';
import type { EmbeddingMatrix } from './embeddings';
import { KeptHead } from './kept';
import type { LessonHead } from './lesson';
import { told } from '../../../strings/words';

export class KeptHeads {
  #held: KeptHead | null = null;

  /** @param backbone hash of the one that embeddings are of */
  constructor(
    private readonly matrix: EmbeddingMatrix,
    private readonly backbone: string,
  ) {}

  /** @throws {PersonError} where its file is gone or damaged, or it belongs to another backbone */
  async of(about: LessonHead): Promise<KeptHead> {
    if (this.#held && JSON.stringify(this.#held.about) === JSON.stringify(about)) return this.#held;
    const stored = await readHead(about.file);
    if (stored.backbone !== this.backbone) throw new PersonError(told().engine.trainedOnOther);
    this.#held = new KeptHead(this.matrix, about, stored);
    return this.#held;
  }
}
