import { describe, expect, test } from 'vitest';
import { Teacher } from '../../../../main/desk/teacher';
import type { Answer } from '../../../../main/engine/guessing/guesser';
import type { Lesson } from '../../../../main/engine/guessing/lesson';
import { EngineGone } from '../../../../main/engine/supervisor';

function bench() {
  const asked: { revision: number; answer: () => void; fail: (error: Error) => void }[] = [];
  const taught: number[] = [];
  const failed: unknown[] = [];
  const state = { revision: 0 };
  const teacher = new Teacher({
    lesson: () => ({ revision: state.revision }) as Lesson,
    teach: ({ revision }) =>
      new Promise<Answer>((resolve, reject) => {
        asked.push({ revision, answer: () => resolve({ guesses: { revision } } as Answer), fail: reject });
      }),
    taught: ({ guesses }) => taught.push(guesses.revision),
    failed: (error) => failed.push(error),
  });
  return { teacher, asked, taught, failed, state };
}

describe('the teacher', () => {
  test('asks once for all that changed while it waited, with the newest lesson', async () => {
    const { teacher, asked, taught, state } = bench();
    teacher.changed();
    for (state.revision = 1; state.revision < 9; state.revision++) teacher.changed();
    asked[0]?.answer();
    await Promise.resolve().then(() => undefined);
    while (asked.length < 2) await Promise.resolve();
    asked[1]?.answer();
    await teacher.settled();
    expect(asked.map((a) => a.revision)).toEqual([0, 9]);
    expect(taught).toEqual([0, 9]);
  });

  test('loses no change that comes at the very moment it ends', async () => {
    const { teacher, asked, taught } = bench();
    teacher.changed();
    asked[0]?.answer();
    while (taught.length < 1) await Promise.resolve();
    teacher.changed();
    while (asked.length < 2) await Promise.resolve();
    asked[1]?.answer();
    await teacher.settled();
    expect(taught).toHaveLength(2);
  });

  test('has caught up once the change of that moment is answered, whatever follows', async () => {
    const { teacher, asked, taught } = bench();
    teacher.changed();
    teacher.changed();
    let caughtUp = false;
    const waiting = teacher.caughtUp().then(() => (caughtUp = true));
    asked[0]?.answer();
    while (asked.length < 2) await Promise.resolve();
    teacher.changed();
    expect([caughtUp, taught.length]).toEqual([false, 1]);
    asked[1]?.fail(new EngineGone('ended'));
    await waiting;
    while (asked.length < 3) await Promise.resolve();
    asked[2]?.answer();
    await teacher.settled();
    await teacher.caughtUp();
  });

  test('is silent while the engine is away and tells everything else', async () => {
    const { teacher, asked, failed } = bench();
    teacher.changed();
    asked[0]?.fail(new EngineGone('ended'));
    await teacher.settled();
    expect(failed).toEqual([]);
    teacher.changed();
    asked[1]?.fail(new RangeError('no row 4'));
    await teacher.settled();
    expect(failed).toEqual([new RangeError('no row 4')]);
  });
});
