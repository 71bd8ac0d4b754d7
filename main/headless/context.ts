/** @file What every command works with. Types only. */
import type { ProgressLine } from './progressLine';
import type { TemporaryPlaces } from './projectPlace';
import type { HeadlessStudio } from './studio';

/**
 * What a command came to. Told and written after the command has come to its end: one that is stopped, whose parts then fail one
 * by one, has nothing to say.
 */
export interface Outcome {
  /** For stdout. */
  text: string;
  /** Writes the files that were asked for. */
  write: () => Promise<void>;
}

export interface CommandContext {
  console: ProgressLine;
  /** Engine and decoder; `start` is awaited by the command, once its input is known to be good. */
  studio: HeadlessStudio;
  places: TemporaryPlaces;
}
