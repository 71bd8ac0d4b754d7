/**
 * @file Errors of the projects room, worded for the person who sees them: what happened, what was kept, what to
 * try. Runs in main.
 */
import { PersonError } from '../contract/errors';
import { told } from '../../strings/words';

export type ProjectErrorCode =
  /** The command does not fit the document; nothing was changed. */
  | 'refused'
  /** Someone else has the project open. */
  | 'locked'
  /** The lock was lost to another opener: writing on would overwrite their work. */
  | 'lock-lost'
  | 'read-only'
  | 'broken'
  | 'newer'
  | 'missing'
  | 'unreadable'
  /** Closing would lose changes that are not on disk. */
  | 'unsaved'
  /** A change that was given up with the window that held it. */
  | 'discarded'
  | 'closed'
  | 'inside-images'
  | 'not-created';

export class ProjectError extends PersonError {
  override name = 'ProjectError';

  constructor(
    readonly code: ProjectErrorCode,
    message: string,
    detail: string | null = null,
  ) {
    super(message, detail);
  }
}

/** Refuses a command: the document stays as it was. */
export function refuse(message: string): never {
  throw new ProjectError('refused', message);
}

/** The system's name for what went wrong ('ENOSPC'), or null for an error of another kind. */
export function errorCode(error: unknown): string | null {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}

export interface Trouble {
  /** Continues 'could not be …: '. */
  what: string;
  /** A whole sentence, or nothing where there is no advice. */
  advice: string;
}

/** Says in words why the disk refused. */
export function explain(error: unknown): Trouble {
  const code = errorCode(error);
  const known = code === null ? undefined : told().disk[code];
  if (known) return { what: `${known[0]} (${code})`, advice: known[1] };
  return { what: error instanceof Error ? error.message : String(error), advice: '' };
}
