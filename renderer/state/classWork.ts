/** @file Making and changing classes. */
import type { ClassInfo, Command, ProjectSettings } from '../../main/contract/model';
import { sameName } from '../../main/contract/names';
import { newId, nextKey } from '../logic/classKeys';
import { freeColour } from '../logic/palette';
import { apply, type Labelling, type Parts } from './labelling';

export interface Making {
  /** Where nothing is selected the focused image gets it. */
  orFocused?: boolean;
  kind?: ClassInfo['kind'];
}

export class ClassWork {
  readonly #parts: Parts;
  readonly #labelling: Labelling;
  /** Ends with the class that is being made. */
  #made: Promise<unknown> = Promise.resolve();

  constructor(parts: Parts, labelling: Labelling) {
    this.#parts = parts;
    this.#labelling = labelling;
  }

  get #classes(): readonly ClassInfo[] {
    return this.#parts.project.document.classes;
  }

  /** Whether another class has the name already, whatever its case. */
  isTaken(name: string, except: string | null = null): boolean {
    return this.#classes.some((info) => info.id !== except && sameName(info.name, name));
  }

  /** Makes a class with the next free colour and key, after those before it took theirs; null where that failed. */
  make(name: string, kind: ClassInfo['kind'] = 'class'): Promise<ClassInfo | null> {
    const made = this.#made.then(() => this.#makeNow(name, kind));
    this.#made = made.catch(() => undefined);
    return made;
  }

  async #makeNow(name: string, kind: ClassInfo['kind']): Promise<ClassInfo | null> {
    const info: ClassInfo = {
      id: newId(),
      name: name.trim(),
      colour: freeColour(this.#classes.map((one) => one.colour)),
      key: nextKey(this.#classes.map((one) => one.key)),
      kind,
    };
    return (await apply(this.#parts, { name: 'addClass', class: info })) ? info : null;
  }

  /** Makes a class; what is selected gets it, or the focused image where asked for. */
  async create(name: string, { orFocused = false, kind }: Making = {}): Promise<boolean> {
    // Before the class is on the disk a person may have gone on to other images, which are not meant.
    const rows = orFocused || this.#parts.selection.count > 0 ? this.#labelling.targets() : [];
    const made = await this.make(name, kind);
    if (made && rows.length > 0) await this.#labelling.label(made.id, rows);
    return made !== null;
  }

  async edit(id: string, changes: Extract<Command, { name: 'editClass' }>['changes']): Promise<boolean> {
    return apply(this.#parts, { name: 'editClass', id, changes });
  }

  /** Gives the class a key; the class that had it goes without. */
  async setKey(id: string, key: string | null): Promise<void> {
    const holder =
      key === null ? undefined : this.#classes.find((info) => info.key === key && info.id !== id);
    if (holder && !(await this.edit(holder.id, { key: null }))) return;
    await this.edit(id, { key });
  }

  async merge(from: string, into: string): Promise<boolean> {
    return apply(this.#parts, { name: 'mergeClasses', from, into });
  }

  async remove(id: string): Promise<boolean> {
    return apply(this.#parts, { name: 'deleteClass', id });
  }

  async setBase(base: ProjectSettings['base']): Promise<void> {
    if (base === this.#parts.project.document.settings.base) return;
    await apply(this.#parts, { name: 'setSettings', changes: { base } });
  }
}
