/** @file The map of the open project, as the engine draws it and the window shows it. Runs in main. */
import type { MapState } from '../contract/areas/map';
import { PersonError } from '../contract/errors';
import { EngineGone, type Engine } from '../engine/supervisor';

const AWAY = 'The engine is being started again. Nothing is lost; try once more in a moment.';

export class ProjectMap {
  #state: MapState | null = null;

  constructor(
    private readonly engine: Pick<Engine, 'call'>,
    private readonly show: (state: MapState) => void,
  ) {}

  /** @throws PersonError where nothing has been read yet, or the engine is away */
  async start(seed: number): Promise<void> {
    await this.engine.call('startMap', { seed }).catch((error: unknown) => {
      throw error instanceof EngineGone ? new PersonError(AWAY) : error;
    });
  }

  cancel(): Promise<void> {
    return this.#end('cancelMap');
  }

  /** The project is put away: what the engine would still say of its map would reach the next one. */
  close(): Promise<void> {
    return this.#end('closeMap');
  }

  /** An engine that is away draws nothing. */
  async #end(call: 'cancelMap' | 'closeMap'): Promise<void> {
    await this.engine.call(call, undefined).catch((error: unknown) => {
      if (!(error instanceof EngineGone)) throw error;
    });
  }

  changed(state: MapState): void {
    this.#state = state;
    this.show(state);
  }

  /** What was being drawn is lost; what is shown stays. */
  engineGone(): void {
    if (this.#state?.progress) this.changed({ ...this.#state, progress: null });
  }
}
