/** @file What a person may do with the project as a whole: undo, folders, reading images, saving again. */
import type { ProjectChange } from '../../main/contract/model';
import { app } from '../../strings';
import type { Parts } from './labelling';

export class ProjectWork {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Main knows whether there is anything: what was done a moment ago may not be told here yet. */
  async undo(): Promise<void> {
    if (this.#parts.project.readOnly !== null) return;
    const change = await this.#parts.client.ask(app.couldNot.undo, 'project:undo');
    if (change) this.#tell(change, app.undone(change.redo ?? ''));
  }

  async redo(): Promise<void> {
    if (this.#parts.project.readOnly !== null) return;
    const change = await this.#parts.client.ask(app.couldNot.redo, 'project:redo');
    if (change) this.#tell(change, app.redone(change.undo ?? ''));
  }

  async addFolder(): Promise<void> {
    const change = await this.#parts.client.ask(app.couldNot.addFolder, 'images:addFolder');
    if (change) this.#parts.project.follow(change);
  }

  async rescan(): Promise<void> {
    const found = await this.#parts.client.ask(app.couldNot.rescan, 'images:rescan');
    if (found) this.#parts.notices.info(app.rescanned(found.added, found.gone, found.changed));
  }

  async reveal(): Promise<void> {
    const { client, project, selection } = this.#parts;
    const item = project.items[selection.focus];
    if (item) await client.ask(app.couldNot.reveal, 'images:showInFolder', item.id);
  }

  async reading(verb: 'pause' | 'resume' | 'cancel'): Promise<void> {
    await this.#parts.client.ask(app.couldNot.pause, `embedding:${verb}`);
  }

  async saveAgain(): Promise<void> {
    const state = await this.#parts.client.ask(app.couldNot.save, 'project:retrySave');
    if (state) this.#parts.project.save = state;
  }

  #tell(change: ProjectChange, sentence: string): void {
    this.#parts.project.follow(change);
    this.#parts.notices.confirm(sentence);
    this.#parts.notices.say(sentence);
  }
}
