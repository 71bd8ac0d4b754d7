/** @file Invented projects of any size, for the bench of the engine: embeddings of 1280 values, and lessons. */
import type { BackboneConstants } from '../../../main/engine/guessing/constants';
import { EmbeddingMatrix } from '../../../main/engine/guessing/embeddings';
import type { Lesson } from '../../../main/engine/guessing/lesson';
import { Synthetic } from '../../unit/main/engine/imprinting/synthetic';

const D = 1280;
const BASE_CLASSES = 1000;

/** Images of classes that overlap, one after another from all classes. */
export function project(items: number, classes: number) {
  // A few hundred drawn images and their mixtures: drawing each of 50,000 takes minutes.
  const space = new Synthetic(1, D);
  const centres = Array.from({ length: classes }, () => space.centre());
  const drawn = centres.map((centre) => Array.from({ length: 12 }, () => space.image(centre)));
  const matrix = new EmbeddingMatrix(D);
  const classOf = (row: number): number => row % classes;
  for (let row = 0; row < items; row++) {
    const images = drawn[classOf(row)]!;
    const [one, other] = [
      images[Math.floor(row / classes) % 12]!,
      images[Math.floor(row / classes / 12) % 12]!,
    ];
    const share = ((row * 7919) % 1000) / 1000;
    matrix.set(
      row,
      one.map((value, i) => share * value + (1 - share) * other[i]! + (((row + i) * 31) % 17) / 100),
    );
  }
  return { matrix, classOf, constants: constantsOf(space) };
}

function constantsOf(space: Synthetic): BackboneConstants {
  const weights = new Float32Array(D * BASE_CLASSES).map(() => 0.06 * (Math.random() - 0.5));
  return {
    classes: BASE_CLASSES,
    dimension: D,
    weights,
    bias: new Float32Array(BASE_CLASSES),
    mean: Float32Array.from(space.centre()),
    radius: 15,
    labels: Array.from({ length: BASE_CLASSES }, (_, k) => `base ${k}`),
    effectiveDimension: 25,
    withinClassCosine: 0.53,
  };
}

export function lessonOf(
  classOf: (row: number) => number,
  classes: number,
  labelled: number,
  settings: Lesson['settings'],
): Lesson {
  return {
    revision: labelled,
    classes: Array.from({ length: classes }, (_, c) => ({
      id: `c${c}`,
      name: `Class ${c}`,
      kind: 'class',
    })),
    samples: Array.from({ length: labelled }, (_, index) => ({
      index,
      class: classOf(index),
      group: `item ${index}`,
      bulk: false,
    })),
    checks: [],
    settings,
  };
}

/** The first class as the background: images of all classes, from the end of the project, are labelled with it too. */
export function withBackground(lesson: Lesson, leftovers: number, items: number): Lesson {
  const [first, ...others] = lesson.classes;
  return {
    ...lesson,
    classes: [{ ...first!, kind: 'background' }, ...others],
    samples: [
      ...lesson.samples.filter((sample) => sample.class !== 0),
      ...Array.from({ length: leftovers }, (_, i) => {
        const index = items - 1 - i;
        return { index, class: 0, group: `item ${index}`, bulk: false };
      }),
    ],
  };
}
