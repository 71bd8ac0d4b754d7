/**
 * @file Electron's fuses: what the program can be made to do from outside, decided in its binary. Set by
 * electron-builder, and read back from the binary it made.
 */
import fuses from '@electron/fuses';
import { Problem } from '../setup/problem.mjs';

const { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } = fuses;

// Characters in the binary; the package keeps its own names for them to itself.
const [OFF, ON] = ['0', '1'].map((state) => state.charCodeAt(0));

/**
 * By electron-builder's names. No cookie is ever set, and encrypting them would ask for the system's keyring.
 * Only macOS and Windows compare the archive's sum with one inside the program.
 * @param {NodeJS.Platform} [platform]
 */
export const wantedFuses = (platform = process.platform) => ({
  runAsNode: false,
  enableCookieEncryption: false,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: platform !== 'linux',
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
});

/** @typedef {keyof ReturnType<typeof wantedFuses>} FuseName */

/** @type {Record<FuseName, import('@electron/fuses').FuseV1Options>} */
const PLACES = {
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
};

/**
 * Those of `wanted` that this Electron has; an older one has fewer.
 * @param {string} binary
 * @param {ReturnType<typeof wantedFuses>} [wanted]
 * @returns {Promise<Partial<Record<FuseName, boolean>>>}
 */
export async function fusesFor(binary, wanted = wantedFuses()) {
  const there = await readFuses(binary);
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => name in there));
}

/**
 * @param {string} binary
 * @returns {Promise<Partial<Record<FuseName, boolean>>>} without those that its Electron does not know
 */
export async function readFuses(binary) {
  const wire = await getCurrentFuseWire(binary);
  if (wire.version !== FuseVersion.V1)
    throw new Problem(`${binary} has fuses of version ${wire.version}, which packaging does not know.`);
  const states = Object.entries(PLACES).map(
    ([name, place]) => /** @type {const} */ ([name, Number(wire[place])]),
  );
  const known = states.filter(([, state]) => state === ON || state === OFF);
  return Object.fromEntries(known.map(([name, state]) => [name, state === ON]));
}

/**
 * @param {string} binary
 * @param {Partial<Record<FuseName, boolean>>} wanted
 * @returns {Promise<Partial<Record<FuseName, boolean>>>} what was read
 */
export async function verifyFuses(binary, wanted) {
  const found = await readFuses(binary);
  const wrong = Object.entries(wanted).filter(([name, on]) => found[/** @type {FuseName} */ (name)] !== on);
  if (wrong.length > 0) {
    const names = wrong.map(([name, on]) => `${name} is not ${on ? 'on' : 'off'}`).join(', ');
    throw new Problem(`The program's fuses are not as they must be: ${names}. The package is of no use.`);
  }
  return found;
}

/**
 * Playwright drives the main process by Node's inspector, and no package of ours lets it in.
 * @param {string} binary of a copy
 */
export async function letInspect(binary) {
  const resetAdHocDarwinSignature = process.platform === 'darwin';
  const change = { [FuseV1Options.EnableNodeCliInspectArguments]: true };
  await flipFuses(binary, { version: FuseVersion.V1, resetAdHocDarwinSignature, ...change });
}
