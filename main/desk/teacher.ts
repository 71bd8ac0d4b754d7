/**
 * @file Keeps guesses in step with labels: at most one lesson is under way, and only the newest of those that
 * arrive meanwhile follows it. Runs in main.
 */
import type { Estimate, GuessTable } from '../contract/model';
import { EngineGone } from '../engine/supervisor';
import type { Lesson } from '../engine/guessing/lesson';

export interface TeacherParts {
  lesson(): Lesson;
  teach(lesson: Lesson): Promise<{ guesses: GuessTable; estimate: Estimate }>;
  taught(answer: { guesses: GuessTable; estimate: Estimate }): void;
  failed(error: unknown): void;
}

export class Teacher {
  #busy: Promise<void> | null = null;
  #again = false;

  constructor(private readonly parts: TeacherParts) {}

  /** Labels, settings or embeddings have changed. */
  changed(): void {
    this.#again = true;
    this.#busy ??= this.#run();
  }

  /** Resolves once every change told so far has been answered. */
  async settled(): Promise<void> {
    while (this.#busy) await this.#busy;
  }

  async #run(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      await this.#once();
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
