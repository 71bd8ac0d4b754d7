/**
 * @file The dialog 'Backbone': which one is chosen in it, and what it would cost. The project changes only when it is applied.
 */
import type { BackboneCost, BackboneShown, DamagedBackbone } from '../../main/contract/areas/backbones';
import type { OwnBackboneNoted } from '../../main/contract/model';
import { isOwn, isTuned, shippedId } from '../../main/contract/backboneIds';
import { app, backbones as words, banner, ownBackbones } from '../../strings';
import type { Parts } from './labelling';
import type { Memory } from './memory';

export class BackboneState {
  readonly #parts: Parts;
  readonly #memory: Pick<Memory, 'kept'>;
  /** Whether the dialog is open. */
  open = $state(false);
  #chosen = $state('');
  #costs = $state.raw<readonly BackboneCost[]>([]);
  /** Those of the person's own that cannot be read, when the dialog was opened. */
  damaged = $state.raw<readonly DamagedBackbone[]>([]);

  constructor(parts: Parts, memory: Pick<Memory, 'kept'>) {
    this.#parts = parts;
    this.#memory = memory;
  }

  get list(): readonly BackboneShown[] {
    return this.#parts.project.backbones;
  }
  get chosen(): string {
    return this.#chosen;
  }
  /** What the project names, tuned ones included. */
  get #named(): string {
    return this.#parts.project.document.settings.backbone;
  }
  /** Id of the shipped one that the project is seen by, or that its tuned one was made of. */
  get present(): string {
    return shippedId(this.#named);
  }
  get isTuned(): boolean {
    return isTuned(this.#named);
  }
  /** The person's own: no base classes, no tuning, no exported models. */
  get isOwn(): boolean {
    return isOwn(this.#named);
  }
  /** Id of the one that the project names and this installation does not have; null: it has it. */
  get missing(): string | null {
    const { present } = this;
    return this.list.some(({ id }) => id === present) ? null : present;
  }
  /** What the project notes of one of the person's own, which the list may not have; null: nothing. */
  get noted(): OwnBackboneNoted | null {
    return this.#parts.project.document.settings.ownBackbone;
  }
  /** The chosen one is the person's own. */
  get toOwn(): boolean {
    return isOwn(this.#chosen);
  }
  /** A tuned one is put away in the Fine-tune view, where it is said what that means. */
  get isChange(): boolean {
    return this.list.some(({ id }) => id === this.#chosen) && this.#chosen !== this.present;
  }

  /** Items that would be read; undefined until main has said it, null: it cannot tell. */
  cost(id: string): number | null | undefined {
    return this.#costs.find((one) => one.id === id)?.items;
  }

  /** Images per second when many were last read by it; null: never yet. */
  rate(id: string): number | null {
    return this.#memory.kept.rates[id] ?? null;
  }

  /** The same, or as one of the person's own was measured when it was added. */
  expectedRate(id: string): number | null {
    return this.rate(id) ?? this.list.find((one) => one.id === id)?.imagesPerSecond ?? null;
  }

  /** @param chosen the one that is chosen at first, such as one that was just added; unless told, the present one */
  start(chosen?: string): void {
    const { notices, project } = this.#parts;
    if (project.readOnly !== null) return notices.info(banner.readOnly);
    this.#chosen = chosen ?? (this.missing === null ? this.present : (this.list[0]?.id ?? ''));
    this.#costs = [];
    this.open = true;
    void this.#ask();
    void this.#askDamaged();
  }

  choose(id: string): void {
    this.#chosen = id;
  }

  async apply(): Promise<void> {
    const { client, notices, project } = this.#parts;
    const chosen = this.list.find(({ id }) => id === this.#chosen);
    if (!chosen || !this.isChange) return;
    this.open = false;
    const choose = async (): Promise<true> => {
      await client.bridge.call('backbone:choose', chosen.id);
      return true;
    };
    if (await client.attempt(app.couldNot.apply, choose))
      notices.confirm(words.done(chosen.name), project.revision);
  }

  /** Main asks first. */
  async remove({ id, name }: Pick<BackboneShown, 'id' | 'name'>): Promise<void> {
    const { client, notices, project } = this.#parts;
    const left = await client.ask(ownBackbones.couldNot.remove, 'ownBackbone:remove', id);
    if (!left) return;
    project.backbones = left;
    if (this.#chosen === id) this.#chosen = this.present;
    notices.say(ownBackbones.removed(name));
    await this.#askDamaged();
  }

  async #askDamaged(): Promise<void> {
    this.damaged = (await this.#parts.client.ask(app.couldNot.damaged, 'backbone:damaged')) ?? [];
  }

  async #ask(): Promise<void> {
    this.#costs = (await this.#parts.client.ask(app.couldNot.cost, 'backbone:costs')) ?? [];
  }
}
