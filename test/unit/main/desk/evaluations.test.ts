/** @file Contests of the open project: one at a time, told as they go, kept when they are done, and nothing of them lost on labels. */
import { promises as fs } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EvaluationState } from '../../../../main/contract/areas/evaluating';
import { PersonError } from '../../../../main/contract/errors';
import { Evaluations } from '../../../../main/desk/evaluations';
import { KeptContests } from '../../../../main/desk/keptContests';
import { EngineGone } from '../../../../main/engine/supervisor';
import { contest } from './contest';

let folder = '';
beforeEach(async () => (folder = await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-evaluations-'))));
afterEach(() => fs.rm(folder, { recursive: true, force: true }));

/** As the engine answers: rows in place of items. */
const answered = { ...contest, items: undefined, id: undefined };
const request = { methods: ['balanced' as const], rule: { kind: 'leave-one-out' as const }, seed: 3 };
const sample = { index: 40, class: 0, group: 'f/1.jpg', bulk: false };
const lesson = {
  ...{
    revision: 12,
    classes: [{ id: 'perch', name: 'Perch', kind: 'class' }],
    samples: [sample],
    checks: [],
  },
  settings: { base: 'none', join: 'replace', balanced: true },
};

const measured = [{ hash: 'a1', class: 483 }];

function evaluations(
  call: (name: string, arg: unknown) => unknown,
  readOnly = false,
  base: 'none' | 'imagenet' = 'none',
) {
  const states: EvaluationState[] = [];
  const notices: string[] = [];
  const parts = {
    store: {
      document: { settings: { base, offset: 0 }, labels: {}, excluded: {}, folders: [], classes: [] },
    },
    library: { items: { row: (index: number) => ({ id: `f/${index}.jpg` }) } },
    engine: { call: (name: string, arg: unknown) => Promise.resolve().then(() => call(name, arg)) },
    answers: {
      caughtUp: () => Promise.resolve(),
      lesson: () => ({ ...lesson, settings: { ...lesson.settings, base } }),
    },
    standing: () => ({ kind: 'imprinting' }),
    kept: new KeptContests(path.join(folder, 'evaluations'), readOnly),
    baseImages: () => measured,
    changed: (state: EvaluationState) => states.push(state),
    notice: (sentence: string) => notices.push(sentence),
  };
  const made = new Evaluations(parts as unknown as ConstructorParameters<typeof Evaluations>[0]);
  return { made, states, notices };
}

describe('a contest of the project', () => {
  it('asks about a copy of the labels, imprinting among the methods, and tells how far it is', async () => {
    const asked: unknown[] = [];
    const { made, states } = evaluations((name, arg) => {
      asked.push([name, arg]);
      made.progressed({ method: 'balanced', done: 1, total: 2, secondsLeft: 3 });
      return answered;
    });
    made.start(request);
    await made.settled();
    expect(asked).toEqual([
      [
        'contest',
        expect.objectContaining({
          methods: ['imprinting', 'balanced'],
          set: {
            embeddings: null,
            images: [{ row: 40, class: 0, group: 'f/1.jpg', bulk: false, domain: null }],
          },
        }),
      ],
    ]);
    expect(states.map(({ progress }) => progress?.done ?? null)).toEqual([0, 1, null]);
  });

  it('asks about the images of base classes that were measured, where these take part', async () => {
    const asked: unknown[] = [];
    for (const base of ['imagenet', 'none'] as const) {
      const { made } = evaluations((_, arg) => (asked.push(arg), answered), false, base);
      made.start(request);
      await made.settled();
    }
    expect(asked).toMatchObject([{ baseImages: { hashed: measured } }, { baseImages: null }]);
  });

  it('is kept with its items by name, and shown when the project is opened again', async () => {
    const { made, states } = evaluations(() => answered);
    made.start(request);
    await made.settled();
    const { contest: shown } = states.at(-1)!;
    const [first] = shown!.results;
    const cell = first!.confusion.items[1]!;
    expect(cell.map((at) => shown!.items[at])).toEqual(['f/3.jpg']);
    const again = evaluations(() => null).made;
    expect((await again.state()).contest).toEqual(shown);
    expect(await again.kept()).toHaveLength(1);
    expect(await again.forget(shown!.id)).toEqual([]);
    expect((await again.state()).contest).toBeNull();
  });

  it('is refused while one is under way, and begins anew after a cancel', async () => {
    let answer: (found: unknown) => void = () => undefined;
    const { made, states } = evaluations((name) =>
      name === 'contest' ? new Promise((done) => (answer = done)) : null,
    );
    made.start(request);
    expect(() => made.start(request)).toThrow('under way');
    await made.cancel();
    expect(states.at(-1)).toEqual({ contest: null, progress: null, failed: null });
    answer(null);
    await made.settled();
    expect(() => made.start(request)).not.toThrow();
  });

  it.each([
    [new PersonError('All labelled images are of one class.'), 'All labelled images are of one class.'],
    [new EngineGone('gone'), 'begin it once more'],
    [new TypeError('x is undefined'), 'your labels are as they were'],
  ])('that fails by %s says so, and what was kept stays', async (error, sentence) => {
    const { made, states } = evaluations(() => {
      throw error;
    });
    made.start(request);
    await made.settled();
    expect(states.at(-1)!.failed).toContain(sentence);
    expect(states.at(-1)!.progress).toBeNull();
  });

  it('that is broken off without a cancel, as by another framing, says so and is over', async () => {
    const { made, states } = evaluations(() => null);
    made.start(request);
    await made.settled();
    expect(states.at(-1)).toMatchObject({
      progress: null,
      failed: expect.stringContaining('broken off') as string,
    });
  });

  it('is shown though not kept where the project is only read', async () => {
    const { made, states, notices } = evaluations(() => answered, true);
    made.start(request);
    await made.settled();
    expect(states.at(-1)!.contest).not.toBeNull();
    expect(notices[0]).toContain('shown but not kept');
  });

  it('says whose the estimate is where guesses come from a fine-tuned head', async () => {
    const of = (kept: boolean) => evaluations(() => ({ estimate: null, check: null, kept })).made.overview();
    expect((await of(false))!.notes).toEqual([]);
    const [note] = (await of(true))!.notes;
    expect(note).toContain('Guesses come from a fine-tuned head.');
    expect(note).toContain('is that of imprinting');
  });

  it('says nothing while the engine is away, and asks a person to try again where they asked', async () => {
    const { made } = evaluations(() => {
      throw new EngineGone('gone');
    });
    expect(await made.overview()).toBeNull();
    await expect(made.curve(1)).rejects.toThrow('try once more');
    await expect(made.operating('perch', 0.1)).rejects.toThrow('try once more');
  });
});
