/**
 * @file Whether the engine knows the open project under its newest framing. Until it does nobody may ask it about the
 * project. Runs in main.
 */
import type { Framing } from '../contract/model';

export class EngineOpening {
  #isOpen = false;
  #isJoined = false;
  #last: Promise<void> = Promise.resolve();

  /** @param open has the engine open the project */
  constructor(private readonly open: (framing: Framing) => Promise<unknown>) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Whether there is an engine that was told to open the project. */
  get isJoined(): boolean {
    return this.#isJoined;
  }

  /**
   * One opening after the other; the last one decides.
   * @param newest the framing of that moment
   */
  begin(newest: () => Framing): Promise<void> {
    this.#isJoined = true;
    this.#isOpen = false;
    const open = async (): Promise<void> => {
      const framing = newest();
      this.#isOpen = false;
      await this.open(framing);
      this.#isOpen = this.#isJoined && framing === newest();
    };
    this.#last = this.#last.then(open, open);
    return this.#last;
  }

  /** The engine has ended. */
  gone(): void {
    this.#isJoined = false;
    this.#isOpen = false;
  }
}
