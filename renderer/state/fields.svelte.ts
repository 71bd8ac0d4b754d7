/** @file Which of the fields and sheets over the views is open; the keys, the menu and the buttons open them, they close themselves. */
import type { FacetName } from '../logic/filter';
import { TypedAhead } from './typedAhead';

export class FieldsState {
  /** Whether the sheet of keys is open. */
  shortcuts = $state(false);
  /** Whether the field for a new class is open. */
  naming = $state(false);
  /** Whether the field that finds a class by its letters is open. */
  finding = $state(false);
  /** Whether the menu of facets is open. */
  addingFilter = $state(false);
  /** The facet whose editor is open. */
  editing = $state<FacetName | null>(null);
  /** What was typed for a field that is still on its way. */
  readonly typed = new TypedAhead();

  /** @param covered the field for a name is below something: the finder makes classes as well, and lies above */
  startNaming(covered: boolean): void {
    this.typed.begin();
    if (covered) this.finding = true;
    else this.naming = true;
  }

  startFinding(): void {
    this.typed.begin();
    this.finding = true;
  }

  /** Gives up the field that letters are typed for. */
  stopTyping(): void {
    this.typed.end();
    if (this.finding) this.finding = false;
    else this.naming = false;
  }

  /** Opens the menu of facets, or the editor of one. */
  startFilter(facet: FacetName | null): void {
    this.addingFilter = facet === null;
    this.editing = facet;
  }
}
