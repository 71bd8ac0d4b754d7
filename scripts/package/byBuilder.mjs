/** @file A target that electron-builder makes, in a process of its own: it downloads tools, and may wait for them for ever. */
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { electronInfo, root } from '../setup/paths.mjs';
import { Problem } from '../setup/problem.mjs';
import { run } from '../setup/run.mjs';
import { output } from './places.mjs';

const KEPT = 'The unpacked program is kept; try again where its tools can be downloaded.';
const ENDINGS = { AppImage: '.AppImage', dmg: '.dmg', nsis: '.exe' };

/** How long it may say nothing: it tells when a download or a step begins, and a step takes a minute or two. */
const PATIENCE_MS = 300_000;

/**
 * @param {string} target as electron-builder calls it
 * @param {string} folder of the program
 * @param {{ into?: string, build?: (args: readonly string[]) => Promise<void> }} [parts] for tests
 * @returns {Promise<string>} the file
 */
export async function byBuilder(target, folder, { into = output, build = runBuilder } = {}) {
  const ending = ENDINGS[/** @type {keyof typeof ENDINGS} */ (target)];
  const made = async () => (await readdir(into)).filter((name) => name.endsWith(ending));
  for (const old of await made()) await rm(path.join(into, old));
  const system = { darwin: '--mac', win32: '--win' }[/** @type {string} */ (process.platform)] ?? '--linux';
  const version = `-c.electronVersion=${electronInfo().version}`;
  await build([system, target, '--prepackaged', folder, '--config', 'electron-builder.yml', version]);
  const [file] = await made();
  if (file === undefined) throw new Problem(`electron-builder ended well, but made nothing. ${KEPT}`);
  return path.join(into, file);
}

/** @param {readonly string[]} args */
async function runBuilder(args) {
  const cli = path.join(root, 'node_modules/electron-builder/cli.js');
  let silent = false;
  await run(process.execPath, [cli, ...args, '--publish', 'never'], {
    cwd: root,
    started: (child) => {
      const giveUp = () => {
        silent = true;
        child.kill('SIGKILL');
      };
      let timer = setTimeout(giveUp, PATIENCE_MS);
      const again = () => {
        clearTimeout(timer);
        timer = setTimeout(giveUp, PATIENCE_MS);
      };
      child.stdout?.on('data', again);
      child.on('close', () => clearTimeout(timer));
    },
  }).catch((error) => {
    const said = error instanceof Problem ? error.details : String(error);
    const why = silent ? `it said nothing for ${PATIENCE_MS / 60_000} minutes` : reasonIn(said);
    throw new Problem(`electron-builder could not make it: ${why}. ${KEPT}`, { cause: error });
  });
}

/** What electron-builder marks as its reason. @param {string} said */
export function reasonIn(said) {
  const lines = said.split('\n').filter((line) => line.includes('⨯'));
  const reason = lines
    .at(-1)
    ?.replace(/^.*⨯\s*/, '')
    .replace(/\s+(?:failedTask|stackTrace)=.*$/, '');
  return reason?.replace(/\.$/, '') || 'it gave no reason';
}
