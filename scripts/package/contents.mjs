/**
 * @file What may lie in a package, file by file. What is not named here does not get in by itself: a build that finds
 * anything else fails.
 */

/** In the archive, as `stage` lays it out. */
const ARCHIVED = [
  /^package\.json$/,
  /^(build|native-parts)\.json$/,
  /^out\/main\/[a-z-]+\.cjs$/,
  /^out\/renderer\/(?:[\w-]+\/)*[\w.-]+\.(?:html|js|css|svg|png|woff2)$/,
  // Copied into exports, with what it is under.
  /^out\/export\/[\w.-]+\.(?:js|mjs|txt)$/,
  /^out\/renderer\/libheif\/LICENSE$/,
];

/** What tfjs-node loads when it runs. */
const MODULE = /^node_modules\/(?:@[\w-]+\/)?[\w.-]+\/(?:[\w.@-]+\/)*[\w.@-]+\.(?:js|json)$/;

/** Real files beside the archive. */
export const NATIVE =
  /^node_modules\/@tensorflow\/tfjs-node\/(?:lib\/napi-v\d+|deps\/lib)\/[\w.-]+\.(?:node|so(?:\.\d+)*|dylib|dll)$/;

/** Of developers, wherever they lie in a module. */
const DEVELOPERS =
  /(?:^|\/)(?:tests?|__tests__|examples?|docs?|benchmarks?|\.[^/]+)\/|\.(?:min|test|spec)\.js$/;

/** @param {string} name in the archive, with forward slashes */
export function mayBeArchived(name) {
  if (MODULE.test(name)) return !DEVELOPERS.test(name);
  return NATIVE.test(name) || ARCHIVED.some((pattern) => pattern.test(name));
}

/** Under which licences all of it is: ours and those of what we bring. */
const LICENCES = [
  'LICENSE.txt',
  'THIRD_PARTY_NOTICES.md',
  'LICENSE.tensorflow.txt',
  'LICENSES.tensorflow.txt',
].map((name) => `resources/${name}`);
/** Electron's, beside the program. electron-builder leaves them out on macOS, where a program is one bundle. */
const ELECTRONS = ['LICENSE.electron.txt', 'LICENSES.chromium.html'];

/**
 * No package may be without them, and electron-builder passes over what it does not find.
 * @param {readonly string[]} names of what lies in a package, as `mayLieBeside`
 * @param {NodeJS.Platform} [platform]
 */
export function missingLicences(names, platform = process.platform) {
  return [...LICENCES, ...(platform === 'darwin' ? [] : ELECTRONS)].filter((name) => !names.includes(name));
}

/** Beside what Electron brings: our resources, and the licences. */
const BESIDE = [/^resources\/app\.asar$/, /^resources\/resources\/(?!icons\/.*\.(?:svg|icns|ico)$).+$/];

/**
 * @param {string} name below the folder of the program, with forward slashes
 * @param {ReadonlySet<string>} electron the files of the Electron that was packaged, by the same names
 */
export function mayLieBeside(name, electron) {
  const unpacked = /^resources\/app\.asar\.unpacked\/(.*)$/.exec(name)?.[1];
  if (unpacked !== undefined) return NATIVE.test(unpacked);
  // The launcher of the fallback Electron is a tool of the checkout.
  if (name.startsWith('resources/app/') || name === 'resources/default_app.asar') return false;
  if (electron.has(name) || LICENCES.includes(name) || ELECTRONS.includes(name)) return true;
  return BESIDE.some((pattern) => pattern.test(name));
}
