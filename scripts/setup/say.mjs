/**
 * @file What set-up says while it works. Everything goes to stderr: `npm start -- classify …` owns stdout.
 */

/** @param {string} text */
export function say(text) {
  process.stderr.write(`set-up: ${text}\n`);
}

/** @param {number} bytes */
export function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

/** @param {number} since from `performance.now()` */
export function secondsSince(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}

/**
 * A progress line: redrawn in place on a terminal, else a new line every five seconds so that logs stay short.
 * @param {string} label
 * @returns {(done: number, total: number) => void} bytes; a total of 0 means unknown
 */
export function progress(label) {
  const { isTTY } = process.stderr;
  let last = performance.now();
  return (done, total) => {
    const finished = total > 0 && done >= total;
    if (!finished && performance.now() - last < (isTTY ? 100 : 5000)) return;
    last = performance.now();
    const share = total > 0 ? ` of ${megabytes(total)} (${Math.floor((100 * done) / total)} %)` : '';
    const line = `set-up: ${label}: ${megabytes(done)}${share}`;
    process.stderr.write(isTTY ? `\r\x1b[K${line}${finished ? '\n' : ''}` : `${line}\n`);
  };
}
