/** @file How work between steps is given up. Runs in the engine and in tests. */

/** @throws the signal's reason where it was cancelled */
export function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw signal.reason;
}
