/**
 * @file The whole of set-up, in order. Each step first looks whether it is needed, with a few file checks; when none is,
 * nothing is locked, said or started.
 */
import { buildIsFresh, provideBuild } from './freshness.mjs';
import { withLock } from './lock.mjs';
import { electronIsFresh, provideNative, tensorflowIsFresh } from './native.mjs';
import { packagesAreFresh, providePackages } from './packages.mjs';
import { root } from './paths.mjs';
import { say, secondsSince } from './say.mjs';
import { missingNeeds, provideSystem, runNeeds, toolNeeds } from './system.mjs';

/** @typedef {{ retryElectron?: boolean, build?: boolean }} SetUpOptions */

const nativeIsFresh = () => electronIsFresh() && tensorflowIsFresh();
const systemIsFresh = () => missingNeeds(runNeeds()).length === 0;

/** @param {SetUpOptions} options */
function nothingToDo({ retryElectron, build = true }) {
  return (
    !retryElectron && systemIsFresh() && packagesAreFresh() && nativeIsFresh() && (!build || buildIsFresh())
  );
}

/**
 * Brings the checkout to where the app can start. Safe to kill and to run twice at once.
 * @param {SetUpOptions} [options]
 */
export async function setUp(options = {}) {
  if (nothingToDo(options)) return;
  const started = performance.now();
  await withLock(root, () => allSteps(options));
  say(`ready after ${secondsSince(started)}.`);
}

/** @param {SetUpOptions} options */
async function allSteps({ retryElectron = false, build = true }) {
  const tools = nativeIsFresh() && !retryElectron ? [] : toolNeeds();
  await provideSystem([...runNeeds(), ...tools]);
  if (!packagesAreFresh()) await providePackages();
  if (retryElectron || !nativeIsFresh()) await provideNative({ retryElectron });
  if (build && !buildIsFresh()) await provideBuild();
}
