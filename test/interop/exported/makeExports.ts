/** @file Real exports, made once by the real program: as somebody would who has only the command line. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { EXPORT_FORMATS } from '../../../main/contract/exportFormats';
import { electronBinary, root } from '../../../scripts/setup/paths.mjs';
import { provideScreen } from '../../../scripts/setup/xvfb.mjs';
import { electronArguments } from '../../../scripts/tasks/start.mjs';

const run = promisify(execFile);

/** Options of `imprint` by what is in the model. */
export const MODELS = {
  own: [],
  base: ['--base', 'imagenet'],
  background: ['--background', 'hammer'],
} as const;
export type ModelName = keyof typeof MODELS;

/**
 * @param photos a folder of class folders; some images of each teach, the others are held out
 * @returns the folder of the export, which holds a folder for each format
 */
export async function makeExport(name: ModelName, photos: string, home: string): Promise<string> {
  const folder = path.join(home, name);
  const words = ['imprint', photos, '--shots', '4', '--seed', '1', ...MODELS[name]];
  await program([...words, '--export', folder, '--formats', EXPORT_FORMATS.join(',')], home);
  return folder;
}

/** What `npm start -- …` starts, as it was built last. */
async function program(words: readonly string[], home: string): Promise<void> {
  const screen = await provideScreen({ outlivesCtrlC: false });
  const env = { ...process.env, ...screen.env, INIT_CWD: home, XDG_CACHE_HOME: path.join(home, '.cache') };
  try {
    await run(electronBinary(), electronArguments(root, words), { env, maxBuffer: 1 << 26 });
  } finally {
    screen.stop();
  }
}
