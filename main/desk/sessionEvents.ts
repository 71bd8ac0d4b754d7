/** @file What an open project tells whoever shows it. Types only; main. */
import type { EvaluationState } from '../contract/areas/evaluating';
import type { MapState } from '../contract/areas/map';
import type { MovesState } from '../contract/areas/moves';
import type { PurgeProgress } from '../contract/areas/purging';
import type { Arranging } from '../contract/areas/search';
import type { TrainingState } from '../contract/areas/training';
import type { TuningState } from '../contract/areas/tuning';
import type { ItemRow, Progress, ProjectChange, SaveState, WorkProgress } from '../contract/model';
import type { AnswerEvents } from './answers';

export interface SessionEvents extends AnswerEvents {
  map(state: MapState): void;
  arranging(progress: Arranging): void;
  training(state: TrainingState): void;
  evaluation(state: EvaluationState): void;
  tuning(state: TuningState): void;
  /** How far the reading of base images is. */
  baseProgress(progress: WorkProgress): void;
  changed(change: ProjectChange): void;
  saved(state: SaveState): void;
  items(rows: ItemRow[]): void;
  progress(progress: Progress): void;
  /** How far the search for images that show the same is. */
  comparing(progress: WorkProgress): void;
  /** How far a purge is. */
  purging(progress: PurgeProgress): void;
  /** Files and folders were found somewhere else, or not at all. */
  moves(state: MovesState): void;
  /** Something the person should know, though nothing is lost. */
  notice(sentence: string): void;
}
