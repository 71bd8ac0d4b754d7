/**
 * @file The one kind of error that set-up shows to people: a sentence saying what happened, what was kept and what to
 * try. Anything else that is thrown is a fault of ours and keeps its stack.
 */

export class Problem extends Error {
  /**
   * @param {string} message whole sentences, for a person
   * @param {{ cause?: unknown, details?: string }} [options] `details`: output of a tool, shown under the sentence
   */
  constructor(message, options = {}) {
    super(message, { cause: options.cause });
    this.name = 'Problem';
    this.details = options.details ?? '';
  }
}

/**
 * The shortest honest reason in an error, for the middle of a sentence. Node hides network causes one level down.
 * @param {unknown} error
 * @returns {string}
 */
export function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? reasonOf(error.cause) : '';
  if (error.message === 'fetch failed' && cause) return cause;
  return error.message || cause || error.name;
}
