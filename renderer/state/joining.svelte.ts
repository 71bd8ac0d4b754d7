/** @file How own classes stand beside the backbone's: γ, collisions, and which base classes are left out. */
import type { JoinReport, NearBase } from '../../main/contract/areas/training';
import type { Command, ProjectSettings } from '../../main/contract/model';
import { app, joining as words } from '../../strings';
import type { Parts } from './labelling';

export class Joining {
  readonly #parts: Parts;
  #report = $state.raw<JoinReport | null>(null);
  #asking = false;
  #again = false;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get report(): JoinReport | null {
    return this.#report;
  }
  get offset(): number {
    return this.#parts.project.document.settings.offset;
  }
  get beside(): boolean {
    return this.#parts.project.document.settings.base !== 'none';
  }

  /** Asks anew; what comes meanwhile is asked once more at the end. */
  async refresh(): Promise<void> {
    this.#again = true;
    if (this.#asking) return;
    this.#asking = true;
    while (this.#again) {
      this.#again = false;
      this.#report = (await this.#parts.client.ask(words.couldNot, 'training:join')) ?? null;
    }
    this.#asking = false;
  }

  setOffset(offset: number): Promise<void> {
    return this.#set({ offset });
  }

  async leaveOut({ index }: Pick<NearBase, 'index'>): Promise<void> {
    const { suppressed } = this.#parts.project.document.settings;
    await this.#set({ suppressed: [...suppressed, index] });
  }

  async takeBack(index: number): Promise<void> {
    const { suppressed } = this.#parts.project.document.settings;
    await this.#set({ suppressed: suppressed.filter((one) => one !== index) });
  }

  /** The own class takes the name of the base class, which is left out. */
  async merge(id: string, near: NearBase): Promise<void> {
    const renamed = await this.#apply({ name: 'editClass', id, changes: { name: near.label } });
    if (renamed) await this.leaveOut(near);
  }

  async #set(changes: Partial<Pick<ProjectSettings, 'offset' | 'suppressed'>>): Promise<void> {
    await this.#apply({ name: 'setSettings', changes });
  }

  /** @returns whether it was done */
  async #apply(command: Command): Promise<boolean> {
    return (await this.#parts.client.ask(app.couldNot.apply, 'project:apply', command)) !== undefined;
  }
}
