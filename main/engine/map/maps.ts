/**
 * @file The one map that is drawn or shown: begins and cancels, and tells how many items have come since. Runs in the engine.
 */
import type { MapState } from '../../contract/areas/map';
import { PersonError } from '../../contract/errors';
import { drawMap, MapCancelled, type Cancellable, type MappingParts } from './mapping';
import { told } from '../../../strings/words';

export interface MapsParts extends Omit<MappingParts, 'show'> {
  readonly show: (state: MapState) => void;
  /** The map could not be drawn; a sentence. */
  readonly problem: (error: unknown) => void;
}

class Run implements Cancellable {
  cancelled = false;
  onCancel: (() => void) | null = null;

  cancel(): void {
    this.cancelled = true;
    this.onCancel?.();
  }
}

/** Milliseconds between two counts of what is new. */
const COUNT_MS = 1000;

export class Maps {
  #run: Run | null = null;
  #state: MapState | null = null;
  #counting: NodeJS.Timeout | null = null;

  constructor(private readonly parts: MapsParts) {}

  /** Begins a map of what has an embedding now; one that is under way is given up. */
  start(seed: number): void {
    this.#giveUp();
    const { matrix } = this.parts;
    let read = false;
    for (let row = 0; row < matrix.count && !read; row++) read = matrix.has(row);
    if (!read) throw new PersonError(told().engine.nothingToMap);
    const run = new Run();
    this.#run = run;
    void this.#draw(seed, run);
  }

  /** Ends what is under way; what is shown stays. */
  cancel(): void {
    const wasDrawing = this.#run !== null;
    this.#giveUp();
    if (wasDrawing && this.#state) this.#show({ ...this.#state, progress: null });
  }

  /** Embeddings have come or gone. */
  changed(): void {
    if (this.#state?.progress !== null || this.#counting) return;
    this.#counting = setTimeout(() => this.#count(), COUNT_MS);
  }

  /** Nothing more is said of what was drawn. */
  close(): void {
    this.#giveUp();
    if (this.#counting) clearTimeout(this.#counting);
    this.#counting = null;
    this.#state = null;
  }

  async #draw(seed: number, run: Run): Promise<void> {
    const show = (state: MapState): void => {
      if (!run.cancelled) this.#show(state);
    };
    try {
      await drawMap(seed, { ...this.parts, show }, run);
    } catch (error) {
      if (!(error instanceof MapCancelled)) this.#failed(error);
    }
    if (this.#run === run) this.#run = null;
    this.changed();
  }

  #failed(error: unknown): void {
    this.parts.problem(error);
    if (this.#state) this.#show({ ...this.#state, progress: null });
  }

  #giveUp(): void {
    this.#run?.cancel();
    this.#run = null;
  }

  #count(): void {
    this.#counting = null;
    const { matrix } = this.parts;
    if (!this.#state || this.#state.progress) return;
    const { points, count } = this.#state;
    let added = 0;
    for (let row = 0; row < matrix.count; row++)
      if (matrix.has(row) && (row >= count || Number.isNaN(points[2 * row]))) added++;
    if (added !== this.#state.added) this.#show({ ...this.#state, added });
  }

  #show(state: MapState): void {
    this.#state = state;
    this.parts.show(state);
  }
}
