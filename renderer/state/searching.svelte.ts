/** @file What the tool looks for on the person's behalf: the next doubtful image, images like the selected ones. */
import type { Mislabelled } from '../../main/contract/areas/search';
import { isUnlabelled } from '../logic/filterTests';
import { fileName } from '../../strings/format';
import { NONE } from '../logic/labels';
import { app, search as words } from '../../strings';
import type { Parts } from './labelling';

/** As many as one looks at before labels have changed what is doubtful. */
const AT_ONCE = 100;

export class Searching {
  readonly #parts: Parts;
  #doubtful: { revision: number; rows: Uint32Array } | null = null;
  /** From the last time that wrong labels were looked for. */
  #suspicions = $state.raw<readonly Mislabelled[]>([]);
  /** Shown by this search and left without a label. */
  #passed: readonly number[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** To the most doubtful image that was not looked at yet: in the list where one is there, else in all images. */
  async nextDoubtful(): Promise<void> {
    const { notices, project, selection, view } = this.#parts;
    const rows = await this.#queue();
    const open = Array.from(rows ?? []).filter(
      (row) => isUnlabelled(project.tables, row) && row !== selection.focus,
    );
    if (open.length === 0) return notices.info(words.noDoubtful);
    if (open.every((row) => this.#passed.includes(row))) this.#passed = [];
    const fresh = open.filter((row) => !this.#passed.includes(row));
    const next = fresh.find((row) => view.list.has(row)) ?? fresh[0] ?? NONE;
    this.#passed = [...this.#passed, next];
    view.bring(next);
    selection.only(next);
  }

  /** Orders the list by likeness to the selected images, likest first. */
  async similar(): Promise<void> {
    const { client, notices, project, selection, view } = this.#parts;
    const selected = selection.targets(view.list);
    const targets = selected.filter((row) => !project.isBlind(row));
    if (targets.length < selected.length && targets.length === 0) return notices.info(words.blind);
    const items = targets.flatMap((row) => project.items[row]?.id ?? []);
    if (items.length === 0) return notices.info(words.selectFirst);
    const found = await client.ask(app.couldNot.search, 'search:similar', items);
    if (!found) return;
    if (found.rows.length === 0) return notices.info(words.notRead);
    const name = fileName(project.items[targets[0] ?? NONE]?.path ?? '');
    view.showSet({ key: 'similar', title: words.similarTo(items.length, name), rows: found.rows });
    selection.focusOn(view.list.rowAt(0));
    const { checks, slots } = project.labels;
    const hidden = checks.reduce((sum, check, row) => sum + (check === 1 && slots[row] === NONE ? 1 : 0), 0);
    if (hidden > 0) notices.info(words.withoutCheck(hidden));
  }

  /** Shows the labelled images that another class is nearer to, the most doubtful first. */
  async mislabelled(): Promise<void> {
    const { client, notices, selection, view } = this.#parts;
    const found = await client.ask(app.couldNot.search, 'search:mislabelled');
    if (!found) return;
    if (found.length === 0) return notices.info(words.noMislabelled);
    this.#suspicions = found;
    const rows = Uint32Array.from(found, ({ row }) => row);
    view.showSet({ key: 'mislabelled', title: words.mislabelled, rows });
    selection.focusOn(view.list.rowAt(0));
  }

  /** Why a label looks wrong; null where it does not, or where it has been changed since. */
  suspicionOf(row: number): Mislabelled | null {
    const found = this.#suspicions.find((one) => one.row === row);
    return found && found.class === this.#parts.project.classOf(row) ? found : null;
  }

  async #queue(): Promise<Uint32Array | undefined> {
    const revision = this.#parts.project.guesses?.revision ?? -1;
    if (this.#doubtful?.revision !== revision) {
      const rows = await this.#parts.client.ask(app.couldNot.search, 'search:doubtful', AT_ONCE);
      if (!rows) return undefined;
      this.#doubtful = { revision, rows };
    }
    return this.#doubtful.rows;
  }
}
