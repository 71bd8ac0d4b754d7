/** @file Own guesses first, base classes when they are there: what main asks of the engine. */
import { expect, test } from 'vitest';
import { Answers } from '../../../../main/desk/answers';
import type { Answer } from '../../../../main/engine/guessing/guesser';
import { EngineGone } from '../../../../main/engine/supervisor';
import { newDocument } from '../../../../main/projects/document';

/** @param pending by answer: how many items still lack a base class; afterwards none */
function answering(pending: number[], complete: () => unknown = () => undefined) {
  const asked: string[] = [];
  const told: string[] = [];
  const call = (name: string): Promise<unknown> => {
    asked.push(name);
    const answer = { guesses: { revision: 1 }, estimate: {}, basePending: pending.shift() ?? 0 };
    return Promise.resolve().then(() => (name === 'teach' ? (answer as unknown as Answer) : complete()));
  };
  const document = newDocument({ name: 'Pond', folders: [], now: '2026-01-01T00:00:00.000Z' });
  const library = { items: { indexOf: () => null }, reader: { engineOpen: true } };
  const events = {
    guesses: (table: unknown) => told.push(table ? 'guesses' : 'no guesses'),
    estimate: () => undefined,
    trouble: (title: string) => told.push(title),
  };
  const store = { document, revision: 1, caughtUp: () => Promise.resolve() };
  const parts = [store, library, { call }, events] as unknown;
  return { answers: new Answers(...(parts as ConstructorParameters<typeof Answers>)), asked, told, store };
}

test('own guesses are told at once, and again with the base classes that were too many to wait for', async () => {
  const { answers, asked, told } = answering([5000]);
  answers.changed();
  await answers.settled();
  expect(asked).toEqual(['teach', 'completeBase', 'teach']);
  expect(told).toEqual(['guesses', 'guesses']);
});

test('it is asked once where all base classes are known', async () => {
  const { answers, asked } = answering([]);
  answers.changed();
  await answers.settled();
  expect(asked).toEqual(['teach']);
});

test('what was read a moment ago is asked about by itself later, and at once where it must not be missed', async () => {
  const { answers, asked } = answering([]);
  answers.embedded();
  await answers.caughtUp();
  answers.embedded();
  await answers.caughtUp();
  expect(asked).toEqual(['teach']);
  await answers.upToDate();
  expect(asked).toEqual(['teach', 'teach']);
});

test('a label that is still being written is waited for, since the window shows it already', async () => {
  const { answers, asked, store } = answering([]);
  // As the store tells a change when it is on the disk.
  store.caughtUp = () => Promise.resolve().then(() => answers.changed());
  await answers.caughtUp();
  expect(asked).toEqual(['teach']);
});

test('without a backbone nothing is guessed any more, which is told once', async () => {
  const { answers, told } = answering([]);
  answers.forget();
  answers.changed();
  await answers.settled();
  answers.forget();
  answers.forget();
  expect(told).toEqual(['guesses', 'no guesses']);
  expect(answers.newest).toEqual({ guesses: null, estimate: null });
});

test.each([
  ['an engine that went away is started again by others', new EngineGone('ended'), []],
  [
    'anything else the person hears of, once',
    new Error('broken'),
    ['The guesses could not be brought up to date'],
  ],
])('%s', async (_, error, trouble) => {
  const fail = () => {
    throw error;
  };
  const { answers, asked, told } = answering([5000], fail);
  answers.changed();
  await answers.settled();
  expect(asked).toEqual(['teach', 'completeBase']);
  expect(told).toEqual(['guesses', ...trouble]);
});
