/**
 * @file Which npm packages are shipped: those inside the bundles, as their source maps tell, and the production tree of
 * package-lock.json, which stays outside of them (tfjs-node and what it depends on).
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup/paths.mjs';

/** @typedef {Map<string, Set<string>>} Shipped by folder of a package, absolute: where it goes */

/**
 * @param {string} [out] what the build made
 * @returns {Shipped}
 */
export function bundled(out = path.join(root, 'out')) {
  /** @type {Shipped} */
  const shipped = new Map();
  for (const place of ['main', 'renderer']) {
    for (const folder of mapsBelow(path.join(out, place)).flatMap(packagesOf))
      add(shipped, folder, `out/${place}`);
  }
  return shipped;
}

/** @param {string} folder @returns {string[]} */
const mapsBelow = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.map'))
    .map((name) => path.join(folder, name));

/** @param {string} map @returns {string[]} */
function packagesOf(map) {
  /** @type {{ sources: string[] }} */
  const { sources } = JSON.parse(readFileSync(map, 'utf8'));
  return sources.flatMap((source) => packageOf(path.resolve(path.dirname(map), source)) ?? []);
}

/** The innermost package that a file lies in. @param {string} file */
const packageOf = (file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file.replaceAll('\\', '/'))?.[0];

/** @returns {Shipped} */
export function production() {
  /** @type {{ packages: Record<string, { dev?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const names = Object.keys(packages).filter((name) => name !== '' && !packages[name]?.dev);
  return new Map(names.map((name) => [path.join(root, name), new Set(['node_modules'])]));
}

/** Both. @returns {Shipped} */
export function shippedPackages() {
  const shipped = bundled();
  // Files of their own beside the bundles, see scripts/build.mjs.
  add(shipped, path.join(root, 'node_modules/libheif-js'), 'out/renderer/libheif');
  add(shipped, path.join(root, 'node_modules/@tensorflow/tfjs'), 'out/export');
  for (const folder of production().keys()) add(shipped, folder, 'node_modules');
  return shipped;
}

/** @param {Shipped} shipped @param {string} folder @param {string} place */
function add(shipped, folder, place) {
  shipped.set(folder, (shipped.get(folder) ?? new Set()).add(place));
}
