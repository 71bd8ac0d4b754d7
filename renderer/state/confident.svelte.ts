/**
 * @file Accepting every guess of a class that is certain enough, in one step. Meanwhile the grid shows exactly the
 * images that would be labelled; what is labelled or excluded there is left out, and afterwards the list is as before.
 */
import type { ClassInfo } from '../../main/contract/model';
import { confidentRows, hasPercentages } from '../logic/confident';
import { isUnlabelled } from '../logic/filterTests';
import { confident as words } from '../../strings';
import type { Labelling, Parts } from './labelling';

const KEY = 'confident';
const AT_FIRST = 0.9;

export class ConfidentState {
  readonly #parts: Parts;
  readonly #labelling: Labelling;
  #class = $state<string | null>(null);
  #threshold = $state(AT_FIRST);

  constructor(parts: Parts, labelling: Labelling) {
    this.#parts = parts;
    this.#labelling = labelling;
  }

  /** The class whose guesses are looked at, while the grid shows them; null otherwise. */
  readonly info: ClassInfo | null = $derived.by(() => {
    const shown = this.#parts.view.filter.set?.key === KEY;
    return shown ? (this.#parts.project.classById.get(this.#class ?? '') ?? null) : null;
  });

  /** Rows that would be labelled: those shown that nobody decided about meanwhile. */
  readonly rows: readonly number[] = $derived.by(() => {
    if (this.info === null) return [];
    const { project, view } = this.#parts;
    const { tables } = project;
    return Array.from(view.list.order).filter((row) => isUnlabelled(tables, row));
  });

  /** Fraction; null where there are no percentages and 'likely' decides. */
  get threshold(): number | null {
    return hasPercentages(this.#parts.project.tables) ? this.#threshold : null;
  }

  /** Shows the certain guesses of a class; without one, of the class that the focused image has or is guessed to be. */
  open(classId: string | null = this.#nearestClass()): void {
    const { notices, project, view } = this.#parts;
    if (classId === null || project.guesses === null) return notices.info(words.noGuesses);
    if (this.info === null) view.keepBefore();
    this.#class = classId;
    view.open('label');
    this.#show();
  }

  setThreshold(threshold: number): void {
    this.#threshold = threshold;
    this.#show();
  }

  /** Labels what is shown, in one step that can be undone as one. */
  async accept(): Promise<void> {
    const { info, rows } = this;
    if (info === null || rows.length === 0) return;
    const labelled = this.#labelling.labelRows([...rows], info.id, 'bulk');
    this.close();
    await labelled;
  }

  close(): void {
    if (this.info !== null) this.#parts.view.backToBefore();
  }

  #show(): void {
    const { project, view } = this.#parts;
    const info = project.classById.get(this.#class ?? '');
    if (!info) return;
    const rows = confidentRows(project.tables, info.id, this.#threshold);
    view.showOnly({ key: KEY, title: words.title(info.name, this.threshold), rows });
  }

  #nearestClass(): string | null {
    const { project, selection, view } = this.#parts;
    const [shown, another] = view.filter.class?.classes ?? [];
    if (shown !== undefined && another === undefined) return shown;
    const { classes } = project.document;
    return (
      project.classOf(selection.focus) ??
      project.guessOf(selection.focus) ??
      // What is none of the classes is accepted only where somebody chose it.
      classes.find(({ kind }) => kind === 'class')?.id ??
      classes[0]?.id ??
      null
    );
  }
}
