/** @file A Linux package to unpack anywhere: the program's folder as .tar.gz, by the system's own tar. */
import path from 'node:path';
import { run } from '../setup/run.mjs';
import { artifactName, readManifest } from './config.mjs';
import { output } from './places.mjs';

/**
 * Everything belongs to root in it, as in what distributions give away; whoever unpacks it as themselves owns it then.
 * @param {string} folder of the program
 * @returns {Promise<string>} the file
 */
export async function makeTarball(folder) {
  const file = path.join(output, artifactName('tar.gz'));
  const { name, version } = readManifest();
  const rename = `s,^${path.basename(folder)},${name}-${version},`;
  const args = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name', '--transform', rename];
  await run('tar', ['-czf', file, ...args, '-C', path.dirname(folder), path.basename(folder)]);
  return file;
}
