/** @file What a package says of itself (main/shell/buildInfo.ts), and whether it may be called a release. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { electronInfo, root } from '../setup/paths.mjs';
import { Problem } from '../setup/problem.mjs';
import { run } from '../setup/run.mjs';

/**
 * @typedef {object} BuildFacts
 * @property {string} version
 * @property {string} electron
 * @property {'official' | 'fallback'} electronSource
 * @property {string | null} commit null where there is no repository
 * @property {boolean} changed the checkout is not as its commit
 * @property {string} date ISO 8601
 * @property {boolean} release
 */

/** @param {boolean} release whether it is to be one @returns {Promise<BuildFacts>} */
export async function gatherFacts(release) {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const { version: electron, source } = electronInfo();
  /** @type {BuildFacts['electronSource']} */
  const electronSource = source === 'official' ? 'official' : 'fallback';
  const commit = await git('rev-parse', 'HEAD');
  // What git cannot tell counts as changed.
  const changed = (await git('status', '--porcelain', '--untracked-files=normal')) !== '';
  const date = new Date().toISOString();
  const facts = { version, electron, electronSource, commit, changed, date, release };
  if (release) refuseAsRelease(facts, await git('tag', '--points-at', 'HEAD'));
  return facts;
}

/** @param {string[]} args @returns {Promise<string | null>} null where git cannot say */
const git = (...args) => run('git', args, { cwd: root }).catch(() => null);

/**
 * @param {BuildFacts} facts
 * @param {string | null} tags of the commit, one a line
 * @throws {Problem} with what stands in the way first
 */
export function refuseAsRelease({ version, electron, electronSource, commit, changed }, tags) {
  const why = (/** @type {string} */ reason, /** @type {string} */ remedy) =>
    new Problem(`This cannot be a release: ${reason}. Nothing was packaged. ${remedy}`);
  if (electronSource !== 'official')
    throw why(
      `Electron ${electron} is the fallback, which is for development only`,
      'Run `npm run setup -- --retry-electron` where the official one can be had.',
    );
  if (commit === null) throw why('the sources lie in no repository', 'Build it from a clone.');
  if (changed) throw why('the checkout is not as its commit', 'Commit or put away what has changed.');
  if (!(tags ?? '').split('\n').includes(`v${version}`))
    throw why(`its commit is not tagged v${version}`, `Tag it, or build without --release.`);
}
