/** @file Labels from files and folders: the plan that is shown, and the question what subfolders are. */
import type {
  FolderMeaning,
  FolderQuestion,
  ImportChoice,
  ImportPlan,
  ImportSource,
} from '../../main/contract/exchange';
import type { WorkProgress } from '../../main/contract/model';
import { banner, exchange as words, results as resultWords } from '../../strings';
import { apply, type Parts } from './labelling';

export class ImportState {
  readonly #parts: Parts;
  #plan = $state.raw<ImportPlan | null>(null);
  #question = $state.raw<FolderQuestion | null>(null);
  #applying = $state(false);
  #planning = false;
  /** While reading or planning takes long. */
  #progress = $state.raw<WorkProgress | null>(null);
  /** The person does not want to be asked now: not before the project is opened again. */
  #putOff = false;
  existing = $state<ImportChoice['existing']>('keep');

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get plan(): ImportPlan | null {
    return this.#plan;
  }
  get applying(): boolean {
    return this.#applying;
  }
  get progress(): WorkProgress | null {
    return this.#progress;
  }
  get question(): FolderQuestion | null {
    return this.#question;
  }

  /** What would change now, with the choice that is made. */
  readonly changes = $derived.by(() => {
    const plan = this.#plan;
    if (!plan) return 0;
    const replaced = this.existing === 'replace' ? plan.conflicts + plan.otherConflicts : 0;
    return plan.fresh + plan.boxes + plan.groups + plan.places + plan.times + plan.roles + replaced;
  });

  /** Asks main for a plan; main asks the person for the file. */
  async choose(source: ImportSource): Promise<void> {
    const { client, notices, project } = this.#parts;
    if (project.readOnly !== null) return notices.info(banner.readOnly);
    this.existing = 'keep';
    this.#planning = true;
    const plan = await client.ask(words.couldNotRead, 'labels:planImport', source);
    this.#planning = false;
    this.#progress = null;
    if (plan) this.#plan = plan;
  }

  /** What comes after the answer is old news. */
  told(progress: WorkProgress): void {
    if (this.#planning) this.#progress = progress;
  }

  /** Gives up what is being read or planned. */
  async cancel(): Promise<void> {
    await this.#parts.client.ask(words.couldNotRead, 'labels:cancelPlan');
  }

  async apply(): Promise<void> {
    const plan = this.#plan;
    if (!plan || this.#applying) return;
    this.#applying = true;
    const choice = { existing: this.existing };
    const change = await this.#parts.client.ask(words.couldNotImport, 'labels:applyImport', plan.id, choice);
    this.#applying = false;
    if (!change) return;
    this.#parts.project.follow(change);
    this.#parts.notices.info(change.undo ?? words.imported, words.undoTakesBack);
    this.#plan = null;
  }

  close(): void {
    this.#plan = null;
  }

  /** Takes up a folder whose images are only guessed at, and shows it. */
  async classifyFolder(): Promise<void> {
    const { client, project, view } = this.#parts;
    const before = project.document.folders.map(({ id }) => id);
    const change = await client.ask(resultWords.couldNotAdd, 'folders:classify');
    if (!change) return;
    project.follow(change);
    const added = project.document.folders.find(({ id }) => !before.includes(id));
    view.open('label');
    if (added) view.show({ folder: `${added.id}/` });
  }

  async dropResults(folder: string): Promise<void> {
    if (!(await apply(this.#parts, { name: 'removeFolder', id: folder }))) return;
    if (this.#parts.view.filter.folder?.startsWith(`${folder}/`)) this.#parts.view.show({});
  }

  /** Looks whether there is something to ask, unless the person put it off. */
  async ask(): Promise<void> {
    if (this.#question || this.#putOff) return;
    this.#question = (await this.#parts.client.ask(words.couldNotAsk, 'folders:question')) ?? null;
  }

  async answer(meaning: FolderMeaning): Promise<void> {
    const question = this.#question;
    if (!question) return;
    this.#question = null;
    await this.#parts.client.ask(words.couldNotAnswer, 'folders:answer', question.folder, meaning);
    await this.ask();
  }

  later(): void {
    this.#putOff = true;
    this.#question = null;
  }
}
