/** @file Imports in two steps: a plan that is shown, and its application once the person agrees. Runs in main. */
import { PersonError } from '../contract/errors';
import type { ImportChoice, ImportPlan } from '../contract/exchange';
import type { ProjectChange } from '../contract/model';
import { newId } from '../projects/document';
import type { OpenLabels } from './parts';
import { plannedProject } from './plan/ofProject';
import { planImport, type PlanSource } from './plan/plan';

const OUT_OF_DATE = 'This plan is out of date, so nothing was imported. Choose the file again.';
const NOTHING = 'There is nothing to import that the project does not have already.';

export class Importer {
  #planned: { id: string; project: string; source: PlanSource } | null = null;

  /** Says what an import would do; changes nothing, and forgets an earlier plan. */
  plan(source: PlanSource, project: OpenLabels): ImportPlan {
    const { facts } = planImport(source, plannedProject(project));
    const id = newId();
    this.#planned = { id, project: project.document.id, source };
    return { id, source: source.name, ...facts };
  }

  /**
   * Does what the plan says, as one step, with the project as it is by now.
   * @throws {PersonError} where the plan is not the newest of this project
   */
  async apply(id: string, choice: ImportChoice, project: OpenLabels): Promise<ProjectChange> {
    const planned = this.#planned;
    if (planned?.id !== id || planned.project !== project.document.id) throw new PersonError(OUT_OF_DATE);
    const command = planImport(planned.source, plannedProject(project)).command(choice);
    if (command === null) throw new PersonError(NOTHING);
    const change = await project.apply(command);
    this.#planned = null;
    return change;
  }
}
