/** @file Classes as files of sums: what a file offers and what is chosen of it; what would be saved of a class. */
import type { ClassFileChoice, ClassFilePlan, ClassToSave } from '../../main/contract/areas/classFiles';
import type { ClassInfo } from '../../main/contract/model';
import { classFiles as words } from '../../strings';
import { apply, type Parts } from './labelling';

/** One class of the file, as it is to be taken. */
export interface Choosing extends ClassFileChoice {
  taken: boolean;
}

export class ClassFilesState {
  readonly #parts: Parts;
  #plan = $state.raw<ClassFilePlan | null>(null);
  #choices = $state<Choosing[]>([]);
  #saving = $state<string | null>(null);
  #look = $state.raw<ClassToSave | null>(null);
  #busy = $state(false);
  /** A small picture goes into the file. */
  preview = $state(false);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What the chosen file offers; null while none is open. */
  get plan(): ClassFilePlan | null {
    return this.#plan;
  }
  /** One for each class of the file. */
  get choices(): Choosing[] {
    return this.#choices;
  }
  get taken(): Choosing[] {
    return this.#choices.filter(({ taken }) => taken);
  }
  get busy(): boolean {
    return this.#busy;
  }
  /** The class that is to be saved; null where none is, or it is gone. */
  get saving(): ClassInfo | null {
    return this.#saving === null ? null : (this.#parts.project.classById.get(this.#saving) ?? null);
  }
  /** What would be saved of it; null while main looks. */
  get look(): ClassToSave | null {
    return this.#look;
  }

  /** @param into class that a file of one class is meant for */
  async open(into: string | null = null): Promise<void> {
    const plan = await this.#parts.client.ask(words.couldNotOpen, 'classFiles:open');
    if (plan) this.offer(plan, into);
  }

  /** Shows what a file has; nothing is changed before the person says so. */
  offer(plan: ClassFilePlan, into: string | null = null): void {
    const single = plan.classes.length === 1 ? into : null;
    this.#choices = plan.classes.map(({ same, isThere }, entry) => ({
      ...{ entry, into: single ?? same },
      taken: !(isThere && (single ?? same) === same),
    }));
    this.#plan = plan;
  }

  async add(): Promise<void> {
    const [plan, taken] = [this.#plan, this.taken];
    if (!plan || taken.length === 0 || this.#busy) return;
    this.#busy = true;
    const choices = taken.map(({ entry, into }) => ({ entry, into }));
    const change = await this.#parts.client.ask(words.couldNotAdd, 'classFiles:add', plan.id, choices);
    this.#busy = false;
    if (!change) return;
    this.#plan = null;
    this.#parts.notices.confirm(words.added(plan, taken.length), change.revision);
  }

  close(): void {
    this.#plan = this.#saving = this.#look = null;
  }

  async takeOut(id: string, of: string): Promise<void> {
    await apply(this.#parts, { name: 'removeGiven', class: id, of });
  }

  /** Looks what there is to save of a class, and shows it first. */
  async startSaving(id: string): Promise<void> {
    this.#look = null;
    this.preview = false;
    this.#saving = id;
    const look = await this.#parts.client.ask(words.couldNotSave, 'classFiles:look', id);
    if (this.#saving !== id) return;
    if (look) this.#look = look;
    else this.close();
  }

  async save(): Promise<void> {
    const info = this.saving;
    if (!info || this.#busy) return;
    this.#busy = true;
    const place = await this.#parts.client.ask(words.couldNotSave, 'classFiles:save', info.id, this.preview);
    this.#busy = false;
    if (!place) return;
    this.close();
    this.#parts.notices.info(words.saved(info.name), place);
  }
}
