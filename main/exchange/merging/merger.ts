/**
 * @file Taking over another person's labels in two steps: a plan that is shown, and its application once the person
 * agrees. Runs in main.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../../contract/errors';
import type { MergePlan } from '../../contract/merging';
import type { ItemRow, ProjectChange, WorkProgress } from '../../contract/model';
import { longWork } from '../../images/longWork';
import { safeName } from '../../projects/create';
import { newId } from '../../projects/document';
import { explain } from '../../projects/errors';
import { hiddenFolder, nameFolder } from '../../projects/freshFolder';
import type { ProjectStore } from '../../projects/store';
import { itemsOf, planMerge, type PlannedMerge } from './plan';
import { readOther } from './read';
import { conflictsCsv, unmatchedCsv } from './report';
import { told } from '../../../strings/words';

/** The open project, as this room needs it. */
export interface OpenProject {
  store: Pick<ProjectStore, 'apply' | 'document' | 'folder' | 'revision'>;
  items: { rows: ItemRow[]; content(row: number): string | null };
}

interface Planned {
  id: string;
  project: string;
  revision: number;
  plan: PlannedMerge;
}

export class Merger {
  #planned: Planned | null = null;
  #search = 0;

  constructor(private readonly tell: (progress: WorkProgress) => void) {}

  /**
   * Compares with the project in `chosen`; changes nothing, and forgets an earlier plan.
   * @returns null where it was cancelled
   * @throws {PersonError} where it cannot be read
   */
  async plan(chosen: string, { store, items }: OpenProject): Promise<MergePlan | null> {
    const search = ++this.#search;
    this.#planned = null;
    const theirs = await readOther(chosen, store.folder);
    const { document, revision } = store;
    const mine = { document, rows: items.rows, contentOf: (row: number) => items.content(row) };
    const plan = await longWork(planMerge(mine, theirs), {
      total: itemsOf(theirs.document).size,
      isMoot: () => search !== this.#search,
      tell: this.tell,
    });
    if (plan === null || search !== this.#search) return null;
    const id = newId();
    this.#planned = { id, project: document.id, revision, plan };
    return { id, ...plan.facts };
  }

  cancel(): void {
    this.#search++;
  }

  /**
   * Takes over what only the other project says, and what it says in these conflicts, as one step.
   * @param theirs numbers of the conflicts in which the other person is right
   * @throws {PersonError} where the project is not as it was when it was compared
   */
  async apply(id: string, theirs: readonly number[], { store }: OpenProject): Promise<ProjectChange> {
    const { plan, revision } = this.#plannedAs(id, store);
    if (revision !== store.revision) throw new PersonError(told().takingOver.planOutOfDate);
    const command = plan.command(new Set(theirs));
    if (command === null) throw new PersonError(told().takingOver.nothingNew);
    const change = await store.apply(command);
    this.#planned = null;
    return change;
  }

  /**
   * Saves what became of the conflicts, and what has no place here, into a new folder in `directory`.
   * @returns where
   */
  async save(
    id: string,
    theirs: readonly number[],
    { store }: OpenProject,
    directory: string,
  ): Promise<string> {
    const { plan } = this.#plannedAs(id, store);
    try {
      const folder = await hiddenFolder(directory, 'labels');
      try {
        await fs.writeFile(path.join(folder, 'conflicts.csv'), conflictsCsv(plan, new Set(theirs)));
        await fs.writeFile(path.join(folder, 'not in this project.csv'), unmatchedCsv(plan));
        return await nameFolder(folder, path.join(directory, safeName(`Compared with ${plan.facts.name}`)));
      } finally {
        await fs.rm(folder, { recursive: true, force: true });
      }
    } catch (error) {
      const { what, advice } = explain(error);
      throw new PersonError(told().takingOver.reportNotSaved(directory, what, advice).trim());
    }
  }

  #plannedAs(id: string, { document }: Pick<ProjectStore, 'document'>): Planned {
    const planned = this.#planned;
    if (planned?.id !== id || planned.project !== document.id)
      throw new PersonError(told().takingOver.planOutOfDate);
    return planned;
  }
}
