/**
 * @file What follows from a change of the open project's document: which folders and boxes are read, what images are seen by, and
 * new answers. Runs in main, with a window or without.
 */
import type { ProjectChange } from '../contract/model';
import type { Library } from '../images/library';
import type { ProjectStore } from '../projects/store';
import type { Answers } from './answers';
import { seeingOf } from './backbones/called';
import type { InstalledBackbones } from './backbones/installed';
import type { Moves } from './moves';
import type { Tuning } from './tuning/tuning';

export interface FollowingParts {
  store: Pick<ProjectStore, 'document'>;
  library: Library;
  installed: InstalledBackbones;
  tuning: Tuning;
  answers: Answers;
  moves: Moves;
  /** Looks through the folders. */
  scan: () => Promise<unknown>;
  /** Told of work that nobody waits for. */
  failed: (error: unknown) => void;
}

/** Sections of the document after whose change the engine's answers are out of date. */
const TEACHING = new Set(['labels', 'classes', 'groups', 'roles', 'excluded', 'settings', 'boxes']);

export class Following {
  /** What it is seen by follows the document, one change after the other. */
  #seeing: Promise<void> = Promise.resolve();

  constructor(private readonly parts: FollowingParts) {}

  follow(change: ProjectChange): void {
    const { store, library, answers, failed } = this.parts;
    const sections = new Set(change.patches.map((p) => String(p.path[0])));
    if (sections.has('folders')) this.#foldersChanged();
    this.#showMentioned(change);
    if (sections.has('boxes')) library.followBoxes(store.document.boxes).catch(failed);
    if (![...sections].some((section) => TEACHING.has(section))) return;
    this.see();
    answers.changed();
  }

  /** Its framing, or what its backbone learnt from, may have changed. */
  see(): void {
    this.#seeing = this.#seeing.then(() => this.#seeNow()).catch(this.parts.failed);
  }

  /** Resolves when images are seen as the document says. */
  get settled(): Promise<void> {
    return this.#seeing;
  }

  async #seeNow(): Promise<void> {
    const { store, library, installed, tuning, answers } = this.parts;
    const tuned = await tuning.follow(store.document);
    const seeing = seeingOf(installed, store.document.settings, tuned);
    await library.reader.setSeeing(seeing);
    if (seeing.shipped === null) answers.forget();
  }

  /** What was decided about a file that has moved may be said of its old name again, by undo. */
  #showMentioned({ patches }: ProjectChange): void {
    const { store, library, moves } = this.parts;
    const { boxes } = store.document;
    const said = patches.filter(({ op, path }) => op !== 'remove' && path.length > 1);
    library.showAgain(
      said.map(
        ({ path: [section, key] }) => (section === 'boxes' && boxes[String(key)]?.image) || String(key),
      ),
    );
    moves.changed();
  }

  #foldersChanged(): void {
    const { store, library, scan, failed } = this.parts;
    const left = new Set(store.document.folders.map((folder) => folder.id));
    const dropped = new Set(library.items.rows.map((row) => row.folder).filter((id) => !left.has(id)));
    for (const id of dropped) library.dropFolder(id);
    scan().catch(failed);
  }
}
