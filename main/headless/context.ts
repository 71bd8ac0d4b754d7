/** @file What every command works with. Types only. */
import type { ProgressLine } from './progressLine';
import type { TemporaryPlaces } from './projectPlace';
import type { HeadlessStudio } from './studio';

export interface CommandContext {
  console: ProgressLine;
  /** Engine and decoder; `start` is awaited by the command, once its input is known to be good. */
  studio: HeadlessStudio;
  places: TemporaryPlaces;
}
