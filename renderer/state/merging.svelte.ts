/** @file Another person's labels of the same images: comparing, the list of conflicts, and what is taken over. */
import type { MergePlan } from '../../main/contract/merging';
import type { WorkProgress } from '../../main/contract/model';
import { byRule, chosenTheirs, withChoice, type MergeChoices, type MergeRule } from '../logic/mergeChoices';
import { banner, merging as words } from '../../strings';
import type { Parts } from './labelling';

export class Merging {
  readonly #parts: Parts;
  #plan = $state.raw<MergePlan | null>(null);
  #choices = $state.raw<MergeChoices>(new Uint8Array());
  #applying = $state(false);
  #comparing = false;
  /** While comparing takes long. */
  #progress = $state.raw<WorkProgress | null>(null);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get plan(): MergePlan | null {
    return this.#plan;
  }
  get progress(): WorkProgress | null {
    return this.#progress;
  }
  get applying(): boolean {
    return this.#applying;
  }
  /** 1 where the other is right, by the number of the conflict. */
  get choices(): MergeChoices {
    return this.#choices;
  }

  readonly theirs = $derived(this.#choices.reduce((sum, choice) => sum + choice, 0));
  /** Whether anything would change, with the choices that are made. */
  readonly changes = $derived.by(() => {
    const plan = this.#plan;
    if (!plan) return false;
    const taken = Object.values(plan.taken).some((n) => n > 0);
    return taken || plan.newClasses.length > 0 || this.theirs > 0;
  });

  /** Main asks for the other project, and compares. */
  async choose(): Promise<void> {
    const { client, notices, project } = this.#parts;
    if (project.readOnly !== null) return notices.info(banner.readOnly);
    this.#comparing = true;
    const plan = await client.ask(words.couldNotCompare, 'merge:plan');
    this.#comparing = false;
    this.#progress = null;
    if (!plan) return;
    this.#choices = byRule(plan.conflicts, 'mine');
    this.#plan = plan;
  }

  async cancel(): Promise<void> {
    await this.#parts.client.ask(words.couldNotCompare, 'merge:cancel');
  }

  /** What comes after the answer is old news. */
  told(progress: WorkProgress): void {
    if (this.#comparing) this.#progress = progress;
  }

  pick(conflict: number, theirs: boolean): void {
    this.#choices = withChoice(this.#choices, conflict, theirs);
  }

  pickAll(rule: MergeRule): void {
    this.#choices = byRule(this.#plan?.conflicts ?? [], rule);
  }

  async apply(): Promise<void> {
    const plan = this.#plan;
    if (!plan || this.#applying) return;
    this.#applying = true;
    const { client, notices, project } = this.#parts;
    const theirs = chosenTheirs(this.#choices);
    const change = await client.ask(words.couldNotTake, 'merge:apply', plan.id, theirs);
    this.#applying = false;
    if (!change) return;
    project.follow(change);
    notices.info(change.undo ?? words.taken, words.undoTakesBack);
    this.#plan = null;
  }

  /** Conflicts with what was chosen, and what has no place here, as tables. */
  async save(): Promise<void> {
    const plan = this.#plan;
    if (!plan) return;
    const { client, notices } = this.#parts;
    const folder = await client.ask(words.couldNotSave, 'merge:save', plan.id, chosenTheirs(this.#choices));
    if (folder) notices.info(words.saved, folder);
  }

  close(): void {
    if (!this.#applying) this.#plan = null;
  }
}
