/**
 * @file A lesson learnt, as an export needs it: what stays true when the next lesson changes the sums. Runs in the
 * engine and in tests.
 */
import type { ClassInfo } from '../../contract/model';
import type { Score } from '../imprinting/folds';
import { logits, softmax, type Head } from '../imprinting/head';
import { cosineHead } from '../imprinting/joins/assemble';
import type { EmbeddingMatrix } from './embeddings';
import { reportRejection, type RejectionReport } from './rejections';
import type { Stage } from './stages';
import { FALSE_REJECTIONS, type Taught } from './taught';

export interface StudiedClass {
  readonly name: string;
  /** Labelled images with an embedding, and their independent groups. */
  readonly images: number;
  readonly groups: number;
  readonly kind: ClassInfo['kind'];
  /** Rows of the head that are its own. */
  readonly prototypes: number;
}

export interface Study {
  readonly taught: Taught;
  /** Own classes, in the order of the head's last rows. */
  readonly classes: readonly StudiedClass[];
  /** Base classes, where they are part of it, come before the own ones. */
  readonly head: Head;
  readonly rejection: RejectionReport;
  /** Softmax [C] over the head's classes of a row that has an embedding; of own classes alone it is what is shown. */
  probabilities(index: number): Float64Array;
}

export interface StudyParts {
  readonly matrix: EmbeddingMatrix;
  readonly score: Score;
  /** [C] cosines of a row to the prototypes. */
  readonly cosines: (index: number) => Float32Array;
}

export function studyOf(stage: Stage, taught: Taught, { matrix, score, cosines }: StudyParts): Study {
  const head = headOf(stage, taught);
  const scores = (index: number): Float64Array =>
    stage.join
      ? logits(head, matrix.raw(index))
      : Float64Array.from(cosines(index), (cosine) => taught.headScale * cosine);
  return {
    taught,
    head,
    classes: taught.classes.map(({ position, images, sums }, c) => ({
      name: taught.lesson.classes[position]!.name,
      kind: taught.lesson.classes[position]!.kind,
      images,
      groups: sums.shots,
      prototypes: taught.prototypes.counts?.[c] ?? 1,
    })),
    rejection: reportRejection(taught, FALSE_REJECTIONS, score),
    probabilities: (index) => softmax(scores(index)),
  };
}

/** Novel classes in the order of `taught.classes`, after the base classes where the stage has them. */
export function headOf({ join }: Stage, { prototypes, headScale }: Taught): Head {
  return join ? join.head(prototypes, headScale) : cosineHead(prototypes, headScale);
}
