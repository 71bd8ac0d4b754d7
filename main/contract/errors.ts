/** @file The one kind of error whose message is written for the person: what happened, what was kept, what to try. */

export class PersonError extends Error {
  override name = 'PersonError';
  /** @param detail what a developer would ask for (a path, an errno); shown small, never instead of the message */
  constructor(
    message: string,
    readonly detail: string | null = null,
  ) {
    super(message);
  }
}

/** An unknown thrown value as one line of text. */
export function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
