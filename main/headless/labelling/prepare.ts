/** @file Makes the kept project of the bench: all images embedded, 50 classes with ten labels each. Runs in main. */
import path from 'node:path';
import type { Command } from '../../contract/model';
import { numberOf, PHOTOS } from './images';
import type { Person } from './person';
import { CLASSES, className, SHOTS, type Plan } from './plan';

const HOURS = 6 * 3_600_000;

export async function prepare(person: Person, plan: Plan): Promise<{ prepared: true; seconds: number }> {
  const { announced } = person;
  const begun = performance.now();
  await person.openFolder(plan.folder);
  const tell = setInterval(() => {
    const progress = announced.last('embedding:progress');
    if (progress) process.stdout.write(`${JSON.stringify({ progress })}\n`);
  }, 1000);
  const whole = (): boolean => {
    const { state, done = 0, total = 0 } = announced.last('embedding:progress') ?? {};
    return state === 'idle' && done === total && announced.last('guesses:changed')?.count === plan.images;
  };
  await announced.until('every image was embedded', whole, HOURS);
  clearInterval(tell);
  const seconds = (performance.now() - begun) / 1000;
  await labelAll(person);
  return { prepared: true, seconds };
}

/** Commands go the way that the window's own go. Answers are big, and a page would keep them. */
const apply = async (person: Person, command: Command): Promise<void> =>
  void (await person.run(`studio.call('project:apply', ${JSON.stringify(command)}).then(() => null)`));

export async function makeClasses(person: Person, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const info = {
      id: classId(number),
      name: className(number),
      colour: (number - 1) % 64,
      key: keyOf(number),
      kind: 'class' as const,
    };
    await apply(person, { name: 'addClass', class: info });
  }
}

const classId = (number: number): string => `bench${number}`;
const keyOf = (number: number): string | null => (number <= 9 ? String(number) : null);

/** Nothing is done to a project that has its classes. */
async function labelAll(person: Person): Promise<void> {
  const state = `studio.call('app:state').then(({ project }) => [project.document.classes.length, project.items.map((i) => i.id)])`;
  const [classes, ids] = (await person.run(state)) as [number, string[]];
  if (classes > 0) return;
  await makeClasses(person, CLASSES);
  // The last ones: a person begins at the top, where then nothing is labelled.
  for (let number = 1; number <= CLASSES; number++) {
    const items = ids.filter((id) => shows(id) === number - 1).slice(-SHOTS);
    if (items.length > 0) await apply(person, { name: 'label', items, class: classId(number), how: 'hand' });
  }
}

/** Photos stand for classes in turn, so every class holds several. */
const shows = (id: string): number => (numberOf(path.posix.basename(id)) % PHOTOS) % CLASSES;
