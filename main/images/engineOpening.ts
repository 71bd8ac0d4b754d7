/**
 * @file Whether the engine knows the open project under its newest framing and backbone. Until it does nobody may ask it about
 * the project. Runs in main.
 */
/** @typeParam T how the project is seen: compared by identity */
export class EngineOpening<T> {
  #isOpen = false;
  #isJoined = false;
  #last: Promise<void> = Promise.resolve();

  /** @param open has the engine open the project; false: it cannot */
  constructor(private readonly open: (seeing: T) => Promise<boolean>) {}

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Whether there is an engine that was told to open the project. */
  get isJoined(): boolean {
    return this.#isJoined;
  }

  /**
   * One opening after the other; the last one decides.
   * @param newest how it is seen at that moment
   */
  begin(newest: () => T): Promise<void> {
    this.#isJoined = true;
    this.#isOpen = false;
    const open = async (): Promise<void> => {
      const seeing = newest();
      this.#isOpen = false;
      const isTaken = await this.open(seeing);
      this.#isOpen = isTaken && this.#isJoined && seeing === newest();
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
