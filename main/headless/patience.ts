/** @file Waiting for what is broken off because a command ends. Runs in main. */

const PATIENCE_MS = 10_000;

/** Resolves when the work has ended, however it did, or after ten seconds: a disk that gives no answer keeps no command from ending. */
export async function patiently(work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => (timer = setTimeout(resolve, PATIENCE_MS)));
  await Promise.race([work.catch(() => undefined), enough]);
  clearTimeout(timer);
}
