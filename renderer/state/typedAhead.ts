/**
 * @file Letters typed between the key that opens a field and the moment when the field has the focus: under load that takes
 * longer than a finger, and what was meant for the field would label, exclude or be lost.
 */

export class TypedAhead {
  #letters: string | null = null;

  /** What was typed so far for the field that is asked for; null where none is. */
  get letters(): string | null {
    return this.#letters;
  }

  /** A field has been asked for. */
  begin(): void {
    this.#letters = '';
  }

  /** The field will not come after all. */
  end(): void {
    this.#letters = null;
  }

  /** @returns whether the key was meant for the field: nobody else may act on it then */
  take({
    key,
    ctrlKey,
    metaKey,
    altKey,
  }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
    if (this.#letters === null) return false;
    if (key === 'Backspace') this.#letters = this.#letters.slice(0, -1);
    else if (key.length === 1 && !ctrlKey && !metaKey && !altKey) this.#letters += key;
    return true;
  }

  /** The field has the focus. @returns what was typed for it */
  deliver(): string {
    const letters = this.#letters ?? '';
    this.#letters = null;
    return letters;
  }
}
