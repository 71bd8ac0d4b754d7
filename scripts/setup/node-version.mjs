/**
 * @file Runs first and in any Node, so it is written in the JavaScript of ten years ago: everything else is imported
 * only after this has looked at the version, for an old Node would stop at its first modern line with a puzzle.
 */
const leastMajor = 20;
const leastMinor = 19;

/**
 * @param {string} version such as 20.19.0
 * @returns {string} what is wrong with it, or nothing
 */
export function nodeProblem(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return '';
  return (
    'Imprint Studio needs Node ' +
    leastMajor +
    '.' +
    leastMinor +
    ' or newer, and this is ' +
    version +
    '. ' +
    'Nothing was changed. Install a newer Node (nodejs.org) and run the command again.'
  );
}

/**
 * Starts a task of this folder's neighbours, and turns what goes wrong into a sentence and an exit code.
 * @param {() => Promise<{ main: (args: string[]) => Promise<number> }>} load
 */
export function enter(load) {
  const problem = nodeProblem(process.versions.node);
  if (problem) {
    process.stderr.write(problem + '\n');
    process.exit(1);
  }
  load()
    .then((task) => task.main(process.argv.slice(2)))
    .then((code) => process.exit(code), fail);
}

/** @param {unknown} error */
function fail(error) {
  process.stderr.write(sentence(error) + '\n');
  process.exit(1);
}

/** @param {unknown} error */
function sentence(error) {
  if (!(error instanceof Error)) return String(error);
  if (error.name !== 'Problem') return String(error.stack);
  const details = 'details' in error ? String(error.details) : '';
  return error.message + (details ? '\n' + details : '');
}
