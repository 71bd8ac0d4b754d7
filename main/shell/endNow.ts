/** @file Ends a process of the app's own. Runs in main. */

/** At once, whatever it is doing: one that stands still heeds nothing less, and would outlive the app. */
export function endNow(pid: number | undefined): void {
  // 0 is a process that is not there yet; to the system it would mean all of ours.
  if (pid === undefined || pid <= 0) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
