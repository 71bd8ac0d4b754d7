/** @file Tells of every change to the disk by node:fs's promises before it is made. For tests. */
import { promises } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const OF_PATHS = ['appendFile', 'copyFile', 'cp', 'link', 'mkdir', 'rename', 'rm', 'rmdir', 'symlink'];
OF_PATHS.push('truncate', 'unlink', 'writeFile');
const OF_HANDLES = ['appendFile', 'datasync', 'sync', 'truncate', 'write', 'writeFile', 'writev'];

/**
 * @param {(change: string, file: string) => void} before
 * @returns {() => void} ends it
 */
export function beforeEveryChange(before) {
  const untouched = { ...promises };
  const target = /** @type {Record<string, Function>} */ (/** @type {unknown} */ (promises));
  for (const name of OF_PATHS) target[name] = told(target, name, before);
  const { open } = untouched;
  target['open'] = async (/** @type {Parameters<typeof open>} */ ...how) => {
    const handle = await open(...how);
    const own = /** @type {Record<string, Function>} */ (/** @type {unknown} */ (handle));
    for (const name of OF_HANDLES) own[name] = told(own, name, before, String(how[0]));
    return handle;
  };
  syncBuiltinESMExports();
  return () => {
    Object.assign(promises, untouched);
    syncBuiltinESMExports();
  };
}

/**
 * @param {Record<string, Function>} owner
 * @param {string} name
 * @param {(change: string, file: string) => void} before
 * @param {string} [file] where the call itself does not name it
 */
function told(owner, name, before, file) {
  const original = /** @type {Function} */ (owner[name]).bind(owner);
  return (/** @type {unknown[]} */ ...how) => {
    before(name, file ?? String(how[0]));
    return original(...how);
  };
}
