/** @file Whether a class looks several ways: asked for one class, shown with what it would bring, decided. */
import type { LooksGain } from '../../main/contract/areas/looks';
import type { ClassInfo } from '../../main/contract/model';
import { looks as words } from '../../strings';
import type { ClassWork } from './classWork';
import type { Parts } from './labelling';

export class LooksState {
  readonly #parts: Parts;
  readonly #classes: ClassWork;
  #asked = $state<string | null>(null);
  #gain = $state.raw<LooksGain | null>(null);

  constructor(parts: Parts, classes: ClassWork) {
    this.#parts = parts;
    this.#classes = classes;
  }

  /** The class that is asked about; null where none is, or it is gone. */
  get of(): ClassInfo | null {
    return this.#asked === null ? null : (this.#parts.project.classById.get(this.#asked) ?? null);
  }

  /** What the engine found; null while it is being asked. */
  get gain(): LooksGain | null {
    return this.#gain;
  }

  /** Several looks are offered where they help, and can be taken back wherever they are. */
  get offer(): 'several' | 'one' | null {
    if (this.#parts.project.readOnly !== null) return null;
    if (this.of?.severalLooks) return 'one';
    return this.#gain?.verdict === 'better' ? 'several' : null;
  }

  async ask(id: string): Promise<void> {
    this.#asked = id;
    this.#gain = null;
    const gain = await this.#parts.client.ask(words.couldNot, 'looks:gain', id);
    if (this.#asked !== id) return;
    if (gain) this.#gain = gain;
    else this.close();
  }

  async decide(): Promise<void> {
    const [id, offer] = [this.#asked, this.offer];
    this.close();
    if (id !== null && offer !== null) await this.#classes.edit(id, { severalLooks: offer === 'several' });
  }

  close(): void {
    this.#asked = null;
  }
}
