/**
 * @file What is put away after every test. A module that several files of tests share is loaded once for all that run in one
 * process, so a hook at its top would be that of the first file alone.
 */
const cleaners: (() => unknown)[] = [];

/** For modules that tests share: done after each test of every file from now on. */
export function afterEveryTest(clean: () => unknown): void {
  cleaners.push(clean);
}

export async function cleanUp(): Promise<void> {
  for (const clean of cleaners) await clean();
}
