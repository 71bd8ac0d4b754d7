/**
 * @file The app's own rooms (engine, decoder, the open project) without a window: the same code, told to a console
 * instead. Runs in main.
 */
import type { Estimate, GuessTable, Progress } from '../contract/model';
import { describe, PersonError } from '../contract/errors';
import { openCore, type Core } from '../core';
import { Desk } from '../desk/desk';
import type { Session } from '../desk/session';
import type { SessionEvents } from '../desk/sessionEvents';
import { userName } from '../projects/holder';
import { log } from '../shell/log';
import { built, projectsFolder, resource } from '../shell/places';
import { serveDecoder, type ImageSource } from '../shell/protocol';
import { Interrupted } from './exit';
import { patiently } from './patience';
import type { ProgressLine } from './progressLine';

/** What the engine last said of the open project. */
export interface Answer {
  guesses: GuessTable;
  estimate: Estimate;
}

/** An engine that ended meanwhile is back within this many looks, or it will not come back at all. */
const LOOKS = 20;

export class HeadlessStudio {
  readonly desk: Desk;
  readonly #said = new Set<string>();
  #answer: { [A in keyof Answer]?: Answer[A] | null } = {};
  #shown = 'Reading images';
  #stopped = false;
  #stopWaiting: (why: Interrupted) => void = () => undefined;
  /** Never resolves; rejects once the command ends. */
  readonly #end = new Promise<never>((_, reject) => (this.#stopWaiting = reject));
  /** Ends with the project that was opened last. */
  #opening: Promise<unknown> = Promise.resolve();
  #fail: (error: PersonError) => void = () => undefined;
  /** Path of an image that is in no project; null: no such token. */
  otherFile: ImageSource['file'] = () => null;
  /** Never resolves; rejects when the project cannot be saved, on which commands would wait for ever. */
  readonly failure = new Promise<never>((_, reject) => (this.#fail = reject));

  /** The helpers are made here and started by `start`. */
  static async open(console: ProgressLine): Promise<HeadlessStudio> {
    const images: ImageSource = {
      thumbnail: () => Promise.resolve(null),
      view: () => Promise.resolve(null),
      file: (token) => studio.otherFile(token) ?? studio.desk.session?.library.file(token) ?? null,
    };
    const decoderSession = serveDecoder(built('renderer'), images);
    const studio = new HeadlessStudio(console, await openCore(decoderSession, null));
    return studio;
  }

  private constructor(
    private readonly console: ProgressLine,
    readonly core: Core,
  ) {
    this.#end.catch(() => undefined);
    this.desk = new Desk({
      core,
      by: userName(),
      projectsFolder: projectsFolder(),
      otherwise: projectsFolder(),
      sample: resource('samples'),
      // Nobody can be asked here: the window offers to repair.
      confirmRecovery: () => Promise.resolve(false),
      events: this.#events(),
    });
  }

  async start(): Promise<void> {
    try {
      await this.core.start();
    } catch (error) {
      throw new PersonError(`The engine could not be started: ${describe(error)}`);
    }
  }

  async open(project: string): Promise<Session> {
    if (this.#stopped) throw stopped();
    this.#answer = {};
    const opened = this.desk.openProject(project);
    this.#opening = opened;
    return opened;
  }

  /** @param what said from now on while images are read, such as 'Reading images' */
  reading(what: string): void {
    this.#shown = what;
  }

  /**
   * Resolves when every image is embedded or has failed.
   * @throws {Interrupted} where the command ends before, since a project that is closed reads no further
   */
  async read(session: Session): Promise<void> {
    await Promise.race([session.settled(), this.#end]);
  }

  /**
   * Resolves when every image is embedded or has failed, with the engine's answer to all labels.
   * @throws {PersonError} where the engine ends again and again
   */
  async settled(session: Session): Promise<Answer> {
    for (let look = 0; look < LOOKS; look++) {
      await this.read(session);
      await this.core.ready();
      const { guesses, estimate } = this.#answer;
      if (guesses && estimate && isWhole(guesses, session)) return { guesses, estimate };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new PersonError('The engine gave no answer for all images. Try again with fewer of them.');
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#stopWaiting(stopped());
    // One that is half open could not be closed, and would be written to after the command.
    await patiently(this.#opening);
    await this.desk.close(true);
    await this.core.stop();
  }

  #events(): SessionEvents {
    const nothing = (): void => undefined;
    return {
      changed: nothing,
      saved: (state) => state.kind === 'failed' && this.#fail(new PersonError(state.message)),
      items: nothing,
      map: nothing,
      arranging: nothing,
      training: nothing,
      evaluation: nothing,
      tuning: nothing,
      baseProgress: nothing,
      comparing: nothing,
      purging: nothing,
      moves: nothing,
      progress: (progress) => this.#progress(progress),
      guesses: (guesses) => (this.#answer.guesses = guesses),
      estimate: (estimate) => (this.#answer.estimate = estimate),
      notice: (text) => text.split('\n').forEach((sentence) => this.#say(sentence)),
      trouble: (title, error) => {
        log.error(title, error);
        // Work that is broken off because the command ends is no news to whoever was told why it ends.
        if (!this.#stopped) this.#say(`${title}: ${describe(error)}`);
      },
    };
  }

  #progress(progress: Progress): void {
    if (progress.trouble !== null) this.#say(progress.trouble);
    if (progress.state === 'running') this.console.show(this.#shown, progress);
  }

  /** Each once: a folder that is read twice has the same to report. */
  #say(sentence: string): void {
    if (this.#said.has(sentence)) return;
    this.#said.add(sentence);
    this.console.say(sentence);
  }
}

const stopped = (): Interrupted => new Interrupted('The command was stopped.');

/** Whether the table answers the newest labels and counts every image that has an embedding. */
function isWhole({ revision, count, top, k }: GuessTable, { store, library }: Session): boolean {
  if (revision !== store.revision) return false;
  const ready = library.items.rows.filter((row) => row.state === 'ready');
  if (ready.some((row) => row.index >= count)) return false;
  const guessed = ready.filter((row) => top[row.index * k] !== -1);
  // Before anything is taught there is no guess for any image.
  return guessed.length === 0 || guessed.length === ready.length;
}
