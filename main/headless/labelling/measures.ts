/** @file The measurements that the fresh and the kept folder have in common. Runs in main, in the app's own process. */
import { app } from 'electron';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { residentMemory } from '../bench/memory';
import { wait, type Person } from './person';
import { className, PRESSES, SCROLL_MS, SPEEDS, type Fresh, type Kept, type Scroll } from './plan';

export async function scrolls(person: Person): Promise<Scroll[]> {
  const found: Scroll[] = [];
  for (const speed of SPEEDS) found.push((await person.ask(`scroll(${speed}, ${SCROLL_MS})`)) as Scroll);
  return found;
}

/** A quick person's pause between two keys. */
const BETWEEN_MS = 120;

/** Labels one image after another with the keys of the first two classes. @param follow waits for the guesses as well */
export async function keys(person: Person, follow: boolean): Promise<Kept['keys']> {
  await person.ask('top()');
  const times: Kept['keys'] = { painted: [], followed: [] };
  for (let i = 0; i < PRESSES; i++) {
    const number = 1 + (i % 2);
    await person.ask(`awaitLabel('${className(number)}')`);
    const begun = performance.now();
    const answered = follow ? guessesAfterNextChange(person) : null;
    person.press(String(number));
    times.painted.push((await person.ask('label()')) as number | null);
    if (answered) times.followed.push((await answered) - begun);
    await wait(BETWEEN_MS);
  }
  return times;
}

/** When guesses that know of the next label are painted, and the counts made from them. */
async function guessesAfterNextChange(person: Person): Promise<number> {
  const { announced } = person;
  const before = announced.last('project:changed')?.revision ?? 0;
  const revision = (): number => announced.last('project:changed')?.revision ?? 0;
  await announced.until('a label was saved', () => revision() > before);
  const label = revision();
  await announced.until(
    'guesses followed a label',
    () => (announced.last('guesses:changed')?.revision ?? 0) >= label,
  );
  await person.ask('painted()');
  return performance.now();
}

/** Takes back what `keys` did, so that the kept project stays as it is. */
export async function takeBack(person: Person): Promise<void> {
  for (let i = 0; i < PRESSES; i++) await person.run(`studio.call('project:undo').then(() => null)`);
}

const SAMPLING_MS = 10;

/** How late main's event loop is while something goes on. */
export async function watchingLoop<T>(work: () => Promise<T>): Promise<{ result: T; loop: Fresh['loop'] }> {
  const histogram = monitorEventLoopDelay({ resolution: SAMPLING_MS });
  histogram.enable();
  const result = await work();
  histogram.disable();
  // It counts from timer to timer, so what it counts begins at the sampling interval.
  const late = (nanoseconds: number): number => Math.max(0, nanoseconds / 1e6 - SAMPLING_MS);
  return {
    result,
    loop: {
      p50: late(histogram.percentile(50)),
      p99: late(histogram.percentile(99)),
      most: late(histogram.max),
    },
  };
}

/** Most that window, engine and main held so far, MB. */
export function memory({ window }: Person): Kept['memory'] {
  const most = (pid: number): number => residentMemory(pid)?.most ?? NaN;
  const engine = app.getAppMetrics().find(({ name }) => name === 'Imprint Studio engine');
  return {
    window: most(window.webContents.getOSProcessId()),
    engine: most(engine?.pid ?? -1),
    main: most(process.pid),
  };
}
