/** @file Files and folders that are not where they were: what main found, the list, and what is done about it. */
import type { MovesPlan, MovesState } from '../../main/contract/areas/moves';
import { moves as words } from '../../strings';
import type { Parts } from './labelling';

export class MoveWork {
  readonly #parts: Parts;
  #plan = $state.raw<MovesPlan | null>(null);
  /** As main last told it. */
  state = $state.raw<MovesState>({ moved: 0, missing: [] });

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get plan(): MovesPlan | null {
    return this.#plan;
  }

  /** Asks what was found before this window listened. */
  async start(): Promise<void> {
    const state = await this.#parts.client.ask(words.couldNotLook, 'moves:state');
    if (state) this.state = state;
  }

  async show(): Promise<void> {
    this.#plan = (await this.#parts.client.ask(words.couldNotLook, 'moves:find')) ?? null;
  }

  async apply(): Promise<void> {
    const plan = this.#plan;
    if (!plan) return;
    this.#plan = null;
    const change = await this.#parts.client.ask(words.couldNotMove, 'moves:apply', plan.id);
    if (!change) return;
    this.#parts.project.follow(change);
    this.#parts.notices.info(words.moved(plan.moves.length), words.undoTakesBack);
  }

  close(): void {
    this.#plan = null;
  }

  /** Main asks where the folder is. */
  async relink(folder: string): Promise<void> {
    const change = await this.#parts.client.ask(words.couldNotRelink, 'folder:relink', folder);
    if (change) this.#parts.project.follow(change);
  }
}
