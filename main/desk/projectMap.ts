/** @file The map of the open project, as the engine draws it and the window shows it. Runs in main. */
import type { MapState } from '../contract/areas/map';
import { PersonError } from '../contract/errors';
import { EngineGone, type Engine } from '../engine/supervisor';
import { told } from '../../strings/words';

export class ProjectMap {
  #state: MapState | null = null;
  /** What comes before this project asked for a map is about the project before it. */
  #asked = false;

  constructor(
    private readonly engine: Pick<Engine, 'call'>,
    private readonly show: (state: MapState) => void,
  ) {}

  /** @throws PersonError where nothing has been read yet, or the engine is away */
  async start(seed: number): Promise<void> {
    await this.engine.call('startMap', { seed }).catch((error: unknown) => {
      throw error instanceof EngineGone ? new PersonError(told().desk.engineAgain) : error;
    });
    this.#asked = true;
  }

  async cancel(): Promise<void> {
    await this.engine.call('cancelMap', undefined).catch((error: unknown) => {
      if (!(error instanceof EngineGone)) throw error;
    });
  }

  /** The project is put away. */
  async close(): Promise<void> {
    if (!this.#asked) return;
    await this.engine.call('closeMap', undefined).catch(() => undefined);
  }

  changed(state: MapState): void {
    if (!this.#asked) return;
    this.#state = state;
    this.show(state);
  }

  /** What was being drawn is lost; what is shown stays. */
  engineGone(): void {
    if (this.#state?.progress) this.changed({ ...this.#state, progress: null });
  }
}
