/** @file Imports in two steps: a plan that is shown, and its application once the person agrees. Runs in main. */
import { PersonError } from '../contract/errors';
import type { ImportChoice, ImportPlan } from '../contract/exchange';
import type { ProjectChange, WorkProgress } from '../contract/model';
import { longWork } from '../images/longWork';
import { newId } from '../projects/document';
import type { OpenLabels } from './parts';
import { plannedProject } from './plan/ofProject';
import { planning, type PlanSource } from './plan/plan';
import type { Run } from './read/source';
import { told } from '../../strings/words';

/** The person does not want it any more. */
class Cancelled extends Error {}

export class Importer {
  #planned: { id: string; project: string; source: PlanSource } | null = null;
  #search = 0;

  constructor(private readonly tell: (progress: WorkProgress) => void = () => undefined) {}

  /**
   * Says what an import would do; changes nothing, and forgets an earlier plan.
   * @param read asks and reads, long work by `run`; null where the person chose nothing
   * @returns null where nothing was chosen, or it was cancelled
   */
  async plan(
    read: (run: Run) => PlanSource | Promise<PlanSource | null>,
    project: () => OpenLabels,
  ): Promise<ImportPlan | null> {
    const run = this.#runner();
    try {
      const source = await read(run);
      if (source === null) return null;
      const open = project();
      const { facts } = await run(planning(source, plannedProject(open)), source.read.records.length);
      const id = newId();
      this.#planned = { id, project: open.document.id, source };
      return { id, source: source.name, ...facts };
    } catch (error) {
      if (error instanceof Cancelled) return null;
      throw error;
    }
  }

  /** Gives up what is being read or planned. */
  cancel(): void {
    this.#search++;
  }

  /**
   * Does what the plan says, as one step, with the project as it is by now.
   * @throws {PersonError} where the plan is not the newest of this project
   */
  async apply(id: string, choice: ImportChoice, project: OpenLabels): Promise<ProjectChange> {
    const planned = this.#planned;
    if (planned?.id !== id || planned.project !== project.document.id)
      throw new PersonError(told().importing.planOutOfDate);
    const plan = await longWork(planning(planned.source, plannedProject(project)), {
      ...{ total: null, isMoot: () => false, tell: () => undefined },
    });
    const command = plan?.command(choice) ?? null;
    if (command === null) throw new PersonError(told().importing.nothingToImport);
    const change = await project.apply(command);
    this.#planned = null;
    return change;
  }

  /** Carries work out until a later plan begins. */
  #runner(): Run {
    const search = ++this.#search;
    const isMoot = (): boolean => search !== this.#search;
    return async (work, total) => {
      const result = await longWork(work, { total, isMoot, tell: this.tell });
      if (result === null || isMoot()) throw new Cancelled();
      return result;
    };
  }
}
