/** @file One start of the app for the bench of labelling: does what the plan says, and says one line. Runs in main. */
import { describe } from '../../contract/errors';
import { decodeRows } from '../../contract/rows';
import { keys, memory, scrolls, takeBack, watchingLoop } from './measures';
import { Person, wait } from './person';
import { PRESSES, planSchema, type Fresh, type Kept, type Plan } from './plan';
import { prepare, makeClasses } from './prepare';

/** Says progress in lines of {progress}, then {answer} or {error}, and ends when the bench ends it. */
export async function runLabellingPart(words: string): Promise<never> {
  const plan = planSchema.parse(JSON.parse(words));
  const parts: Record<Plan['part'], (person: Person, plan: Plan) => Promise<unknown>> = {
    prepare,
    fresh,
    kept,
  };
  const said = await Person.atTheApp(plan.probe)
    .then((person) => parts[plan.part](person, plan))
    .then(
      (answer) => ({ answer }),
      (error: unknown) => ({ error: describe(error) }),
    );
  process.stdout.write(`${JSON.stringify(said)}\n`);
  return new Promise(() => undefined);
}

/** A folder that was never opened: until the first pictures, and everything while its images are embedded. */
async function fresh(person: Person, plan: Plan): Promise<Fresh> {
  const { announced } = person;
  const pictures = await opened(person, plan);
  // While the folders are looked through, it is what was found.
  const done = (): number => {
    const { state, done = 0 } = announced.last('embedding:progress') ?? {};
    return state === 'searching' ? 0 : done;
  };
  await announced.until('the first images were embedded', () => done() > 0);
  await makeClasses(person, 2);
  const [before, begun] = [done(), performance.now()];
  const { result, loop } = await watchingLoop(async () => ({
    keys: await keys(person, false),
    scroll: await scrolls(person),
  }));
  const seconds = (performance.now() - begun) / 1000;
  return { pictures, ...result, loop, embedded: [before, done()], seconds, memory: memory(person) };
}

/** The prepared folder again, once nothing is read any more. */
async function kept(person: Person, plan: Plan): Promise<Kept> {
  const pictures = await opened(person, plan);
  const whole = (): boolean => {
    const { state } = person.announced.last('embedding:progress') ?? {};
    return state === 'idle' && person.announced.last('guesses:changed')?.count === plan.images;
  };
  await person.announced.until('the kept project was whole', whole, 600_000);
  await person.ask('painted()');
  const scroll = await scrolls(person);
  const times = await keys(person, true);
  await takeBack(person);
  const alike = await similarItems(person);
  return { pictures, scroll, keys: times, similar: alike, memory: memory(person) };
}

/** Nobody finds a folder sooner: engine and decoder are started by then. */
const CHOOSING_MS = 3000;

async function opened(person: Person, { folder }: Plan): Promise<Kept['pictures']> {
  await wait(CHOOSING_MS);
  const looked = person.ask('pictures()') as Promise<Kept['pictures']>;
  const chosen = await person.openFolder(folder);
  const since = (time: number | null): number | null => (time === null ? null : time - chosen);
  const { first, screen } = await looked;
  return { first: since(first), screen: since(screen) };
}

const similar = (item: string): string => `(async () => {
  const begun = performance.now();
  await studio.call('search:similar', [${JSON.stringify(item)}]);
  return performance.now() - begun;
})()`;

/** Null while the window cannot ask for them. */
async function similarItems(person: Person): Promise<number[] | null> {
  const times: number[] = [];
  const rows = person.announced.last('items:changed');
  const item = (rows && decodeRows(rows)[0]?.id) ?? '';
  for (let i = 0; i < PRESSES; i++) {
    const took = await person.run(similar(item)).catch(() => null);
    if (typeof took !== 'number') return null;
    times.push(took);
  }
  return times;
}
