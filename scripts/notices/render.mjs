/** @file What THIRD_PARTY_NOTICES.md says of shipped code, between two marks; what stands outside is written by hand. */
import path from 'node:path';
import { root } from '../setup/paths.mjs';
import { factsOf } from './facts.mjs';
import { shippedPackages } from './packages.mjs';
import { programs } from './programs.mjs';
import { APACHE, licencesOf } from './texts.mjs';

/** @typedef {import('./facts.mjs').Facts} Facts */

export const noticesFile = path.join(root, 'THIRD_PARTY_NOTICES.md');

const begin = '<!-- begin: written by `npm run notices` -->';
const end = '<!-- end: written by `npm run notices` -->';

/**
 * @param {string} page the file as it is
 * @returns {Promise<string>} the file as it should be
 */
export async function withCode(page) {
  const [head, rest = ''] = page.split(begin);
  const tail = rest.split(end)[1];
  if (head === undefined || tail === undefined)
    throw new Error(`THIRD_PARTY_NOTICES.md has lost its marks:\n${begin}\n${end}`);
  const { format, resolveConfig } = await import('prettier');
  const options = await resolveConfig(noticesFile);
  return format([head, begin, '\n\n', code(), '\n\n', end, tail].join(''), {
    ...options,
    filepath: noticesFile,
  });
}

function code() {
  const all = [...shippedPackages()].map(([folder, places]) => factsOf(folder, places));
  const packages = distinct(all);
  return [
    '## Programs and libraries',
    programs(),
    '## Code inside the bundles',
    table(
      packages.filter(({ places }) => places.some(isBundle)),
      true,
    ),
    '## Code beside the bundles',
    'tfjs-node and what it depends on, in `node_modules`. Much of it serves its installer and never runs in the app.',
    table(
      packages.filter(({ places }) => places.includes('node_modules')),
      false,
    ),
    '## Texts of these licences',
    'Each text once, with the packages it belongs to; whose copyright it is stands in the tables above.',
    ...licencesOf(packages).map(section),
  ].join('\n\n');
}

/** By name, each version once. @param {readonly Facts[]} all @returns {Facts[]} */
function distinct(all) {
  /** @type {Map<string, Facts>} */
  const byName = new Map();
  for (const facts of all) {
    const key = `${facts.name} ${facts.version}`;
    const places = new Set([...(byName.get(key)?.places ?? []), ...facts.places]);
    byName.set(key, { ...facts, places: [...places].sort() });
  }
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, facts]) => facts);
}

/** @param {string} place */
const isBundle = (place) => place.startsWith('out/');

/** @param {readonly Facts[]} packages @param {boolean} withBundles whether to say in which bundles each is */
function table(packages, withBundles) {
  const rows = packages.map(({ name, version, licence, copyright, places }) => {
    const bundles = withBundles ? [places.filter(isBundle).join(', ')] : [];
    return [name, version, licence, copyright.join('; ').replaceAll('|', '\\|'), ...bundles];
  });
  const head = ['package', 'version', 'licence', 'copyright', ...(withBundles ? ['in'] : [])];
  return [head, head.map(() => '-'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** @param {import('./texts.mjs').Licence} licence @param {number} index */
function section({ licence, text, packages }, index) {
  const body = licence === APACHE ? 'The text is that of the file `LICENSE`.' : `\`\`\`text\n${text}\n\`\`\``;
  return [`### ${index + 1}. ${licence}`, packages.join(', '), body].join('\n\n');
}
