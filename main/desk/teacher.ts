/**
 * @file Keeps guesses in step with labels: at most one lesson is under way, and only the newest of those that
 * arrive meanwhile follows it. Runs in main.
 */
import { EngineGone } from '../engine/supervisor';
import type { Answer } from '../engine/guessing/guesser';
import type { Lesson } from '../engine/guessing/lesson';

export interface TeacherParts {
  lesson(): Lesson;
  teach(lesson: Lesson): Promise<Answer>;
  taught(answer: Answer): void;
  failed(error: unknown): void;
}

export class Teacher {
  #busy: Promise<void> | null = null;
  /** The lesson under way. */
  #step: Promise<void> = Promise.resolve();
  #again = false;
  /** How often something changed, and how many of these changes an answer took in. */
  #changes = 0;
  #answered = 0;

  constructor(private readonly parts: TeacherParts) {}

  /** Labels, settings or embeddings have changed. */
  changed(): void {
    this.#again = true;
    this.#changes += 1;
    this.#busy ??= this.#run();
  }

  /** Resolves once what has changed until now is answered, or cannot be, however much changes meanwhile. */
  async caughtUp(): Promise<void> {
    const wanted = this.#changes;
    while (this.#busy && this.#answered < wanted) await this.#step;
  }

  /** Resolves once every change told so far has been answered. */
  async settled(): Promise<void> {
    while (this.#busy) await this.#busy;
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      const changes = this.#changes;
      this.#step = this.#once();
      await this.#step;
      this.#answered = changes;
    }
    // Here and not a moment later, or a change in between would find nobody to tell.
    this.#busy = null;
  }

  async #once(): Promise<void> {
    try {
      this.parts.taught(await this.parts.teach(this.parts.lesson()));
    } catch (error) {
      // The engine's restart calls `changed()` again; anything else the person should hear of.
      if (!(error instanceof EngineGone)) this.parts.failed(error);
    }
  }
}
