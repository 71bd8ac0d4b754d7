/** @file The doubtful items: by margin, and each from another scene. */
import { describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { Guesser, type Shown } from '../../../../../main/engine/guessing/guesser';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import { dot } from '../../../../../main/engine/imprinting/vectors';
import { doubtfulIn, nearCosine } from '../../../../../main/engine/searching/doubtful';
import { lessonOf, project } from '../guessing/project';

const scorer = tensorScorer(tf);
const [SCENES, FRAMES] = [10, 30];
const unknown = (count: number) => new Int32Array(count).fill(-1);

/** Four classes of four labelled images each, then ten scenes of thirty frames that hardly differ. */
async function scenes() {
  const { space, raw, constants } = project(60);
  const matrix = new EmbeddingMatrix(constants.dimension);
  raw.forEach((a, row) => matrix.set(row, a));
  for (let scene = 0; scene < SCENES; scene++) {
    const first = Float64Array.from(space.image(space.centre(), 0.2));
    for (let frame = 0; frame < FRAMES; frame++)
      matrix.set(60 + scene * FRAMES + frame, space.image(first, 0.02));
  }
  const guesser = new Guesser(matrix, constants, scorer);
  await guesser.teach(lessonOf([4, 4, 4, 4]));
  const rows = Uint32Array.from({ length: SCENES * FRAMES }, (_, i) => 60 + i);
  return { matrix, guesser, rows, shown: await shownBy(guesser) };
}

const shownBy = async (guesser: Guesser): Promise<Shown> => (await guesser.consult((shown) => shown))!;
const sceneOf = (row: number) => Math.floor((row - 60) / FRAMES);

describe('the doubtful items', () => {
  it('are ten scenes in the first ten, and again in the next', async () => {
    const { rows, shown } = await scenes();
    const found = doubtfulIn({ count: 40, rows, scenes: unknown(rows.length) }, shown, scorer);
    for (const from of [0, 10, 20, 30])
      expect(new Set(Array.from(found.subarray(from, from + 10), sceneOf)).size).toBe(SCENES);
    expect(new Set(found).size).toBe(40);
  });

  it('come by margin: each scene’s first is its most doubtful, and the scenes follow each other by it', async () => {
    const { rows, shown } = await scenes();
    const found = doubtfulIn({ count: 10, rows, scenes: unknown(rows.length) }, shown, scorer);
    const { cosine, k } = shown.guesses;
    const margin = (row: number) => cosine[row * k]! - cosine[row * k + 1]!;
    const least = Array.from({ length: SCENES }, (_, scene) =>
      Math.min(...[...rows].filter((row) => sceneOf(row) === scene).map(margin)),
    );
    expect(Array.from(found, margin)).toEqual([...least].sort((one, other) => one - other));
  });

  it('are the plain order of margins where no two are close, and the same every time', async () => {
    const { matrix, constants } = project();
    const guesser = new Guesser(matrix, constants, scorer);
    await guesser.teach(lessonOf([5, 5, 5, 5]));
    const shown = await shownBy(guesser);
    const near = nearCosine(shown.taught!);
    const rows = Uint32Array.from({ length: 1100 }, (_, i) => 60 + i);
    const query = { count: 30, rows, scenes: unknown(rows.length) };
    const found = [...doubtfulIn(query, shown, scorer)];
    const { cosine, k } = shown.guesses;
    const margin = (row: number) => cosine[row * k]! - cosine[row * k + 1]!;
    const passedOver: number[] = [];
    let at = 0;
    // Walks the plain order: whoever is missing was close to one before.
    for (const row of [...rows].sort((one, other) => margin(one) - margin(other))) {
      if (at === found.length) break;
      if (found[at] === row) at++;
      else passedOver.push(row);
    }
    expect(at).toBe(30);
    for (const row of passedOver)
      expect(
        Math.max(...found.map((other) => dot(matrix.unit(row), matrix.unit(other)))),
      ).toBeGreaterThanOrEqual(near - 1e-6);
    expect(doubtfulIn(query, shown, scorer)).toEqual(Uint32Array.from(found));
    expect(doubtfulIn(query, shown, plainScorer)).toEqual(Uint32Array.from(found));
  });

  it('go by known scenes too, however different the pictures', async () => {
    const { matrix, constants } = project();
    const guesser = new Guesser(matrix, constants, scorer);
    await guesser.teach(lessonOf([5, 5, 5, 5]));
    const rows = Uint32Array.from({ length: 1000 }, (_, i) => 100 + i);
    const known = Int32Array.from(rows, (row) => row % 12);
    const found = doubtfulIn(
      { count: 24, rows, scenes: known },
      await guesser.consult((shown) => shown),
      scorer,
    );
    for (const from of [0, 12])
      expect(new Set(Array.from(found.subarray(from, from + 12), (row) => row % 12)).size).toBe(12);
  });

  it('are as many as were asked for although all are of one scene, or as there are', async () => {
    const { rows, shown } = await scenes();
    const oneScene = rows.subarray(0, FRAMES);
    const found = doubtfulIn({ count: 20, rows: oneScene, scenes: new Int32Array(FRAMES) }, shown, scorer);
    expect(new Set(found).size).toBe(20);
    expect(doubtfulIn({ count: 99, rows: oneScene, scenes: unknown(FRAMES) }, shown, scorer)).toHaveLength(
      FRAMES,
    );
  });

  it('are only such as may be chosen and have a guess', async () => {
    const { rows, guesser } = await scenes();
    const few = Uint32Array.of(rows[3]!, 9999, rows[200]!);
    const found = doubtfulIn(
      { count: 5, rows: few, scenes: unknown(3) },
      await guesser.consult((shown) => shown),
      scorer,
    );
    expect([...found].sort((one, other) => one - other)).toEqual([rows[3], rows[200]]);
  });

  it('are none before anything was taught', async () => {
    const { matrix, constants } = project(60);
    const guesser = new Guesser(matrix, constants, scorer);
    const query = { count: 3, rows: Uint32Array.of(1, 2), scenes: unknown(2) };
    expect(doubtfulIn(query, await guesser.consult((shown) => shown), scorer)).toHaveLength(0);
    await guesser.teach(lessonOf([0, 0]));
    expect(doubtfulIn(query, await guesser.consult((shown) => shown), scorer)).toHaveLength(0);
  });

  it('with one class begin with what is least like it', async () => {
    const { matrix, constants } = project(60);
    const guesser = new Guesser(matrix, constants, scorer);
    await guesser.teach(lessonOf([3]));
    const { guesses } = await shownBy(guesser);
    const rows = Uint32Array.from({ length: 40 }, (_, i) => 20 + i);
    const [first] = doubtfulIn(
      { count: 1, rows, scenes: unknown(40) },
      await guesser.consult((shown) => shown),
      scorer,
    );
    const cosines = Array.from(rows, (row) => guesses.cosine[row * guesses.k]!);
    expect(guesses.cosine[first! * guesses.k]).toBe(Math.min(...cosines));
  });
});
