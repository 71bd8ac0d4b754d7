/** @file How many threads TensorFlow may use in the processes that are started from now on. Runs in main. */

/** TensorFlow reads both when it is loaded: one for the parts of an operation, one for operations beside each other. */
const NAMES = ['TF_NUM_INTRAOP_THREADS', 'TF_NUM_INTEROP_THREADS'];

/** What the person started the app with stands where they chose nothing in it. */
const before = new Map(NAMES.map((name) => [name, process.env[name]]));

/** @param threads null: TensorFlow's own choice, one per processor */
export function limitThreads(threads: number | null): void {
  for (const [name, given] of before) {
    const value = threads === null ? given : String(threads);
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
