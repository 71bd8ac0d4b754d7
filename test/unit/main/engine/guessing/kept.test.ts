/** @file Guesses, details, estimate and study by a kept head, alone and beside base classes. */
import { promises as fs } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { labelledSetOf } from '../../../../../main/engine/evaluation/labelledSet';
import { readDescription } from '../../../../../main/engine/backbone/description';
import { describeModel } from '../../../../../main/engine/export/describe';
import { rejectionIn } from '../../../../../main/engine/guessing/rejections';
import { dotScores } from '../../../../../main/engine/imprinting/folds';
import { doubtfulIn } from '../../../../../main/engine/searching/doubtful';
import { noneRuleOf } from '../../../../../main/contract/none';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import { KeptHeads } from '../../../../../main/engine/guessing/keptHeads';
import type { Lesson, LessonHead } from '../../../../../main/engine/guessing/lesson';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import { logits, softmax, type Head } from '../../../../../main/engine/imprinting/head';
import { argmax } from '../../../../../main/engine/imprinting/vectors';
import { methodOf } from '../../../../../main/engine/training';
import { BACKBONE, scratchFolder } from '../backbone/support';
import { trainHead, TRAINING } from './keptHead';
import { lessonOf, project } from './project';

const description = await readDescription(BACKBONE);

const { matrix, raw, constants } = project(200);
const lesson = lessonOf([6, 5, 6]);

let head: Head;
let kept: LessonHead;
let folder: string;
const guesser = (): Guesser => new Guesser(matrix, constants, plainScorer, new KeptHeads(matrix, 'b'));
const withHead = (changes: Partial<Lesson> = {}): Lesson => ({ ...lesson, head: kept, ...changes });

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(tmpdir(), 'imprint-kept-'));
  ({ head, kept } = await trainHead(lesson, matrix, folder));
});

afterAll(() => fs.rm(folder, { recursive: true, force: true }));

describe('guesses by a kept head', () => {
  it('are its classes and its confidence, whatever the order of classes is now', async () => {
    const classes = [...lesson.classes].reverse();
    const samples = lesson.samples.map((sample) => ({ ...sample, class: 2 - sample.class }));
    const { guesses, headTrouble } = await guesser().teach(withHead({ classes, samples }));
    expect(headTrouble).toBeNull();
    expect(guesses.scale).toBeGreaterThan(0);
    raw.forEach((a, index) => {
      const answer = softmax(logits(head, a));
      const best = argmax(answer);
      expect(guesses.classes[guesses.top[index * 3]!]).toBe(`c${best}`);
      expect(guesses.confidence[index * 3]).toBeCloseTo(answer[best]!, 5);
    });
  });

  it('keep the likeness to the class as their cosine', async () => {
    const one = guesser();
    const { guesses } = await one.teach(withHead());
    const imprinted = (await guesser().teach(lesson)).guesses;
    for (let row = 0; row < matrix.count; row++) {
      const own = guesses.top[row * 3]!;
      const rank = [0, 1, 2].find((r) => imprinted.top[row * 3 + r] === own)!;
      expect(guesses.cosine[row * 3]).toBeCloseTo(imprinted.cosine[row * 3 + rank]!, 6);
    }
    const details = one.details(7).guesses;
    expect(details.map((guess) => guess.class)).toEqual(
      [0, 1, 2].map((r) => guesses.classes[guesses.top[21 + r]!]),
    );
    expect(details[0]!.confidence).toBeCloseTo(guesses.confidence[21]!, 6);
  });

  it('are words alone where nothing was calibrated', async () => {
    const { guesses } = await guesser().teach(withHead({ head: { ...kept, of: 'two', calibrated: false } }));
    expect(guesses.scale).toBeNull();
    expect(guesses.confidence.every(Number.isNaN)).toBe(true);
    expect(guesses.word.every((word) => word >= 1 && word <= 3)).toBe(true);
  });

  it('say the estimate of its folds, by class', async () => {
    const { estimate } = await guesser().teach(withHead());
    expect(estimate).toMatchObject({ method: 'softmax', leaveOneOut: 0.75, estimable: 2 });
    expect(estimate.classes.map((one) => one.leaveOneOut)).toEqual([1, 0.5, null]);
  });

  it('do not know a class that came later, and take embeddings in that came later', async () => {
    const one = guesser();
    const later = lessonOf([6, 5, 6, 4]);
    const { guesses } = await one.teach({ ...later, head: kept });
    expect([...guesses.top].includes(3)).toBe(false);
    const row = matrix.count;
    matrix.set(row, raw[0]!);
    const again = await one.teach({ ...later, head: kept });
    expect(again.guesses.top[row * 3]).toBe(again.guesses.top[0]);
  });

  it.each([
    ['its file is gone', async (file: string) => fs.rm(file), 'is not there any more'],
    [
      'its file is damaged',
      async (file: string) => fs.writeFile(file, 'IMPHEAD1 and more than that, much more'),
      'is damaged',
    ],
  ])('come from imprinting where %s, and say why', async (_, harm, sentence) => {
    const file = path.join(await scratchFolder(), 'copy.head');
    await fs.copyFile(kept.file, file);
    await harm(file);
    const { guesses, headTrouble } = await guesser().teach(withHead({ head: { ...kept, file } }));
    expect(headTrouble).toContain(sentence);
    expect(guesses).toEqual((await guesser().teach(lesson)).guesses);
  });

  it('come from imprinting where it belongs to another backbone', async () => {
    const other = new Guesser(matrix, constants, plainScorer, new KeptHeads(matrix, 'other'));
    expect((await other.teach(withHead())).headTrouble).toContain('another backbone');
  });
});

describe('none of these by a kept head', () => {
  const rejection = {
    ...{ falseRejectRate: 0.04, foreignAccepted: 0.6, why: null },
    ...{ groups: 40, needed: 19, background: [] },
  };
  const best = (a: Parameters<typeof logits>[1]): number => Math.max(...logits(head, a));
  let middle = 0;
  beforeAll(() => {
    middle = [...raw.map(best)].sort((a, b) => a - b)[raw.length >> 1]! + 1e-4;
  });
  const by = (changes: Partial<LessonHead> = {}) =>
    withHead({ head: { ...kept, rejection: { ...rejection, threshold: middle }, ...changes } });

  it.each([true, false])(
    'is said below its threshold, whatever the likeness (percentages: %s)',
    async (calibrated) => {
      const one = guesser();
      const { guesses } = await one.teach(by({ calibrated }));
      raw.forEach((a, row) => expect(guesses.word[row] === 1).toBe(best(a) < middle));
      const report = await one.consult((shown) => rejectionIn(shown, dotScores));
      expect(report).toMatchObject({ on: 'logit', threshold: middle, foreignAccepted: 0.6 });
      expect(noneRuleOf(report)).toBe('word');
    },
  );

  it('goes by likeness where nothing was measured, or a class is the background now', async () => {
    const plain = (await guesser().teach(withHead())).guesses;
    const classes = lesson.classes.map((one, c) => (c === 1 ? { ...one, kind: 'background' as const } : one));
    const [changed, likeness] = [
      await guesser().teach({ ...by(), classes }),
      await guesser().teach({ ...withHead(), classes }),
    ];
    expect(changed.guesses.word).toEqual(likeness.guesses.word);
    expect(plain.word).not.toEqual((await guesser().teach(by())).guesses.word);
  });

  it('is in what an export says, as a logit that γ is part of, or why it is not', async () => {
    const settings = { base: 'imagenet', join: 'replace', balanced: true, offset: 0.7 } as const;
    const said = async (wanted: Lesson) => {
      const study = (await guesser().study(wanted))!;
      const about = {
        name: 'x',
        version: '1',
        createdAt: '',
        framing: { kind: 'stretch' },
        boxes: false,
        manifest: { sha256: 'a'.repeat(64), items: 0 },
      } as const;
      const base = study.base ? study.base.labels : [];
      return describeModel({ about, study, base, description }, 'tfjs', []).rejection;
    };
    expect(await said(by())).toEqual({
      ...{ threshold: null, logit: middle, reason: null, falseRejectRate: 0.04, foreignAccepted: 0.6 },
      ...{ heldOutGroups: 40, groupsNeeded: 19 },
    });
    expect((await said({ ...by(), settings })).logit).toBeCloseTo(middle + 0.7, 10);
    const unmeasured = { ...rejection, threshold: middle, foreignAccepted: null, why: 'Not measured.' };
    expect(await said(by({ rejection: unmeasured }))).toMatchObject({
      foreignAccepted: null,
      reason: 'Not measured.',
    });
    expect(await said(withHead())).toMatchObject({ logit: null, falseRejectRate: null });
    expect((await said(withHead())).reason).toContain('before a threshold');
  });

  it.each([true, false])(
    'doubtful images come by what the head says of them (percentages: %s)',
    async (calibrated) => {
      const one = guesser();
      await one.teach(by({ calibrated }));
      const marginOf = (row: number): number => {
        const answer = [...logits(head, raw[row]!)];
        const values = calibrated ? [...softmax(answer)] : answer;
        const [first, second] = values.sort((a, b) => b - a);
        return first! - second!;
      };
      for (let from = 0; from < 190; from += 10) {
        const rows = Uint32Array.from({ length: 10 }, (_, i) => from + i);
        const query = { count: 1, rows, scenes: Int32Array.from(rows) };
        const [found] = await one.consult((shown) => doubtfulIn(query, shown, plainScorer));
        expect(marginOf(found!)).toBeCloseTo(Math.min(...Array.from(rows, marginOf)), 5);
      }
    },
  );
});

describe('a kept head beside base classes', () => {
  const settings = { base: 'imagenet', join: 'replace', balanced: true, offset: 0.7 } as const;

  it('is what the method makes there by itself, and guesses are what it says', async () => {
    const set = labelledSetOf(lesson, matrix);
    const base = { classifier: constants, join: 'replace', offset: 0.7 } as const;
    const own = await methodOf('softmax').fit(set, { base, others: null, options: TRAINING });
    const study = await guesser().study(withHead({ settings: { ...settings, offset: 0.7 * 1 } }));
    expect(study!.head.weights).toEqual(own.weights);
    expect(study!.head.temperature).toBe(1.4);
    const { guesses } = await guesser().teach(withHead({ settings }));
    raw.forEach((a, index) => {
      const answer = logits(study!.head, a);
      const best = argmax(answer);
      expect(guesses.baseWins[index] === 1).toBe(best < constants.classes);
      if (best < constants.classes) expect(guesses.base[index]).toBe(best);
      expect(study!.probabilities(index)).toEqual(softmax(logits(study!.head, matrix.raw(index))));
    });
  });

  it('leaves suppressed base classes out, and names the others as the backbone does', async () => {
    const all = (await guesser().teach(withHead({ settings }))).guesses;
    const gone = all.base[4]!;
    const suppressed = [gone];
    const left = (await guesser().teach(withHead({ settings: { ...settings, suppressed } }))).guesses;
    expect([...left.base]).not.toContain(gone);
    all.base.forEach((base, row) => base !== gone && expect(left.base[row]).toBe(base));
    const plain = (await guesser().teach({ ...lesson, settings: { ...settings, suppressed } })).guesses;
    expect([...plain.base]).not.toContain(gone);
    const study = await guesser().study(withHead({ settings: { ...settings, suppressed } }));
    expect(study!.base!.labels).not.toContain(constants.labels[gone]);
    expect(study!.head.classes).toBe(constants.classes - 1 + 3);
  });

  it('is not used with the join append, which says so; an export is refused', async () => {
    const appended = withHead({ settings: { ...settings, join: 'append' } });
    expect((await guesser().teach(appended)).headTrouble).toContain('cannot be appended');
    await expect(guesser().study(appended)).rejects.toThrow('cannot be appended');
  });

  it('is not used by logistic regression, which has no place for them', async () => {
    const logistic = withHead({ settings, head: { ...kept, of: 'three', method: 'logistic' } });
    expect((await guesser().teach(logistic)).headTrouble).toContain('Logistic regression has no place');
  });

  it('keeps no tensor', async () => {
    const before = tf.memory().numTensors;
    await guesser().teach(withHead({ settings }));
    expect(tf.memory().numTensors).toBe(before);
  });
});
