/** @file The labelled sample photos with their real embeddings. For tests. Scaled by sharp, which is not the app's decoder. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DescribedBackbone } from '../../../../../main/engine/backbone/described';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { readConstants } from '../../../../../main/engine/guessing/constants';
import { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { BACKBONE, ROOT, scratchFolder } from '../backbone/support';
import { pixelsOf } from '../export/photos';

const PHOTOS = path.join(ROOT, 'resources/samples/photos');

export interface SamplePhotos {
  guesser: Guesser;
  matrix: EmbeddingMatrix;
  /** Class names, and of each row the class that its folder names. */
  classes: string[];
  classOf: number[];
  files: string[];
}

const embedded = new Map<string, Float32Array>();

/** Each once: several files of tests look at the same photos. */
async function embed(files: readonly string[]): Promise<void> {
  const missing = files.filter((file) => !embedded.has(file));
  if (missing.length === 0) return;
  const backbone = await DescribedBackbone.load(BACKBONE, await scratchFolder());
  const { embeddings } = backbone.embed(await Promise.all(missing.map(pixelsOf)));
  const { embeddingSize } = backbone;
  missing.forEach((file, i) =>
    embedded.set(file, embeddings.slice(i * embeddingSize, (i + 1) * embeddingSize)),
  );
  backbone.dispose();
}

/** The photos of these classes, one class after another; call it in a test, after which its files are gone. */
export async function samplePhotos(classes: string[]): Promise<SamplePhotos> {
  const found = classes.flatMap((name, c) =>
    readdirSync(path.join(PHOTOS, name))
      .sort()
      .map((file) => ({ c, file: path.join(PHOTOS, name, file) })),
  );
  const constants = await readConstants(BACKBONE);
  const matrix = new EmbeddingMatrix(constants.dimension);
  await embed(found.map(({ file }) => file));
  for (const [row, { file }] of found.entries()) matrix.set(row, embedded.get(file)!);
  const guesser = new Guesser(matrix, constants, tensorScorer(tf));
  return { guesser, matrix, classes, classOf: found.map(({ c }) => c), files: found.map(({ file }) => file) };
}

/** All of them labelled as told. */
export function lessonOf(
  { classes }: SamplePhotos,
  labels: readonly number[],
  bulk: (row: number) => boolean = () => false,
): Lesson {
  return {
    revision: 1,
    classes: classes.map((name) => ({ id: name, name, kind: 'class' })),
    samples: labels.map((c, index) => ({ index, class: c, group: `photo ${index}`, bulk: bulk(index) })),
    checks: [],
    settings: { base: 'none', join: 'replace', balanced: true },
  };
}
