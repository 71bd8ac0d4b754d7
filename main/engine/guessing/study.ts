/**
 * @file A lesson learnt, as an export needs it: what stays true when the next lesson changes the sums. Runs in the
 * engine and in tests.
 */
import type { ExportFigures } from '../../contract/exported';
import type { ClassInfo } from '../../contract/model';
import type { Score } from '../imprinting/folds';
import { logits, softmax, type Head } from '../imprinting/head';
import { cosineHead } from '../imprinting/joins/assemble';
import type { BackboneConstants } from './constants';
import type { EmbeddingMatrix } from './embeddings';
import { keptClasses } from './fillKept';
import type { KeptHead } from './kept';
import type { LessonHead } from './lesson';
import { reportRejection, type RejectionReport } from './rejections';
import type { Stage } from './stages';
import { figuresOf } from './studyFigures';
import { FALSE_REJECTIONS, type Taught } from './taught';

export interface StudiedClass {
  /** Among the lesson's classes. */
  readonly position: number;
  readonly name: string;
  /** Labelled images with an embedding and those that came as sums, and their independent groups. */
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
  /** Whose head it is where it was not imprinted. */
  readonly kept: LessonHead | null;
  /** Base classes that come first; null: none do. */
  readonly base: BackboneConstants | null;
  /** Softmax [C] over the head's classes of a row that has an embedding; of own classes alone it is what is shown. */
  probabilities(index: number): Float64Array;
  readonly figures: ExportFigures;
}

export interface StudyParts {
  readonly matrix: EmbeddingMatrix;
  readonly score: Score;
  /** [C] cosines of a row to the prototypes. */
  readonly cosines: (index: number) => Float32Array;
  readonly kept: KeptHead | null;
}

export function studyOf(stage: Stage, taught: Taught, parts: StudyParts): Study {
  const { score, kept } = parts;
  const classes = taught.classes.map((_, c) => studiedClass(taught, c));
  const shared = {
    taught,
    rejection: reportRejection(taught, FALSE_REJECTIONS, score),
    base: stage.join?.classifier ?? null,
  };
  const own = kept ? keptParts(kept, stage, taught, classes) : imprintedParts(stage, taught, parts, classes);
  const study = { ...shared, ...own };
  // Now: the sums are those of the next lesson soon.
  return { ...study, figures: figuresOf(study, (row) => parts.matrix.has(row)) };
}

type Own = Pick<Study, 'head' | 'classes' | 'kept' | 'probabilities'>;

function imprintedParts(
  stage: Stage,
  taught: Taught,
  parts: StudyParts,
  classes: readonly StudiedClass[],
): Own {
  const head = headOf(stage, taught);
  return { head, classes, kept: null, probabilities: imprintedAnswers(stage, head, taught, parts) };
}

/** Classes that the head has not learnt are not in it. */
function keptParts(kept: KeptHead, { join }: Stage, taught: Taught, classes: readonly StudiedClass[]): Own {
  const head = kept.head(join);
  const { prototypes, positions } = keptClasses(kept, taught.lesson, taught);
  return {
    head,
    kept: kept.about,
    classes: prototypes.map((c, own) => classes[c] ?? unread(taught, positions[own]!)),
    probabilities: (index) => kept.probabilities(head, index),
  };
}

function imprintedAnswers({ join }: Stage, head: Head, taught: Taught, parts: StudyParts) {
  const scores = (index: number): Float64Array =>
    join
      ? logits(head, parts.matrix.raw(index))
      : Float64Array.from(parts.cosines(index), (cosine) => taught.headScale * cosine);
  return (index: number): Float64Array => softmax(scores(index));
}

function studiedClass({ lesson, classes, prototypes }: Taught, c: number): StudiedClass {
  const { position, sums } = classes[c]!;
  const { name, kind } = lesson.classes[position]!;
  const { images, shots: groups } = sums;
  return { position, name, kind, images, groups, prototypes: prototypes.counts?.[c] ?? 1 };
}

/** A class none of whose images has an embedding just now. */
function unread({ lesson }: Taught, position: number): StudiedClass {
  const { name, kind } = lesson.classes[position]!;
  return { position, name, kind, images: 0, groups: 0, prototypes: 1 };
}

/** Novel classes in the order of `taught.classes`, after the base classes where the stage has them. */
export function headOf({ join }: Stage, { prototypes, headScale }: Taught): Head {
  return join ? join.head(prototypes, headScale) : cosineHead(prototypes, headScale);
}
