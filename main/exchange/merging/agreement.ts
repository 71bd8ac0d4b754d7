/**
 * @file How far two people who labelled the same items agree: the share of equal labels, and what of it is more than
 * chance (J. Cohen, 'A coefficient of agreement for nominal scales', 1960, eq. 1). Pure. Runs in main.
 */
import type { MergeAgreement } from '../../contract/merging';

/** With fewer items in common kappa says next to nothing. */
export const LEAST_FOR_KAPPA = 20;

/** Counts pairs of labels, one of each person. */
export class Agreement {
  readonly #mine = new Map<string, number>();
  readonly #theirs = new Map<string, number>();
  #both = 0;
  #same = 0;

  add(mine: string, theirs: string): void {
    this.#both++;
    if (mine === theirs) this.#same++;
    this.#mine.set(mine, (this.#mine.get(mine) ?? 0) + 1);
    this.#theirs.set(theirs, (this.#theirs.get(theirs) ?? 0) + 1);
  }

  get result(): MergeAgreement {
    return { both: this.#both, same: this.#same, kappa: this.#kappa() };
  }

  #kappa(): number | null {
    const n = this.#both;
    if (n < LEAST_FOR_KAPPA) return null;
    const products = [...this.#mine].map(([id, count]) => count * (this.#theirs.get(id) ?? 0));
    const byChance = products.reduce((sum, one) => sum + one, 0) / n ** 2;
    // Both gave everything one class: there is nothing that could have gone otherwise.
    return byChance === 1 ? null : (this.#same / n - byChance) / (1 - byChance);
  }
}
