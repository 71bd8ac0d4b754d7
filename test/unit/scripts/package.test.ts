/** @file What a package may hold and be called, decided without building one. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { byBuilder, reasonIn } from '../../../scripts/package/byBuilder.mjs';
import { artifactName, readConfig } from '../../../scripts/package/config.mjs';
import { mayBeArchived, mayLieBeside, missingLicences } from '../../../scripts/package/contents.mjs';
import { control, desktopEntry } from '../../../scripts/package/deb.mjs';
import { refuseAsRelease } from '../../../scripts/package/facts.mjs';
import { fusesFor, readFuses, verifyFuses, wantedFuses } from '../../../scripts/package/fuses.mjs';
import { ICNS_TYPES, ICO_SIZES, LINUX_SIZES } from '../../../scripts/package/icons.mjs';
import { nativeParts, verifyNative } from '../../../scripts/package/native.mjs';
import { placesIn } from '../../../scripts/package/places.mjs';
import { partOf } from '../../../scripts/package/sizes.mjs';
import { builtFiles } from '../../../scripts/package/stage.mjs';
import { makerOf } from '../../../scripts/package/targets.mjs';
import { electronBinary, root } from '../../../scripts/setup/paths.mjs';
import { Problem } from '../../../scripts/setup/problem.mjs';
import { understand } from '../../../scripts/tasks/package.mjs';

const TFJS = 'node_modules/@tensorflow/tfjs-node';

describe('what lies in the archive', () => {
  it.each([
    'package.json',
    'build.json',
    'native-parts.json',
    'out/main/index.cjs',
    'out/main/map-worker.cjs',
    'out/renderer/index.html',
    'out/renderer/decoder/index.html',
    'out/renderer/assets/index-B6fZ_x-1.js',
    'out/renderer/libheif/LICENSE',
    'out/export/tf.min.js',
    `${TFJS}/package.json`,
    `${TFJS}/dist/kernels/Conv2D.js`,
    `${TFJS}/deps/lib/libtensorflow_cc.so.2`,
    `${TFJS}/lib/napi-v8/tfjs_binding.node`,
    'node_modules/seedrandom/lib/xor128.js',
  ])('may be %s', (name) => expect(mayBeArchived(name)).toBe(true));

  it.each([
    'out/main/index.cjs.map',
    'out/build.stamp',
    'out/renderer/assets/index.js.map',
    'main/index.ts',
    'docs/packaging.md',
    'test/unit/x.test.ts',
    '.npmrc',
    `${TFJS}/src/index.ts`,
    `${TFJS}/dist/index.d.ts`,
    `${TFJS}/README.md`,
    `${TFJS}/binding/tfjs_backend.cc`,
    `${TFJS}/dist/tests/all.js`,
    'node_modules/seedrandom/seedrandom.min.js',
    'node_modules/sharp/build/Release/sharp.node',
    'node_modules/.bin/semver',
  ])('is not %s', (name) => expect(mayBeArchived(name)).toBe(false));

  it('is of a build all but its maps, and nothing that tests left beside it', async () => {
    const checkout = fs.mkdtempSync(path.join(os.tmpdir(), 'imprint-built-'));
    const files = ['main/index.cjs', 'main/index.cjs.map', 'renderer/assets/index.js', 'export/tf.min.js'];
    for (const name of [...files, 'test/checkChild.cjs', 'fake/index.html', 'build.stamp']) {
      fs.mkdirSync(path.dirname(path.join(checkout, 'out', name)), { recursive: true });
      fs.writeFileSync(path.join(checkout, 'out', name), '');
    }
    const built = files.filter((name) => !name.endsWith('.map')).map((name) => `out/${name}`);
    expect((await builtFiles(checkout)).sort()).toEqual(built.sort());
    fs.rmSync(checkout, { recursive: true });
  });
});

describe('what lies beside it', () => {
  const electron = new Set([
    'imprint-studio',
    'icudtl.dat',
    'LICENSES.chromium.html',
    'resources/app/main.cjs',
  ]);

  it.each([
    'imprint-studio',
    'icudtl.dat',
    'resources/app.asar',
    `resources/app.asar.unpacked/${TFJS}/deps/lib/libtensorflow_framework.so.2`,
    'resources/resources/backbones/efficientnet-lite0/weights.bin',
    'resources/resources/icons/linux/256x256.png',
    'resources/LICENSE.txt',
    'resources/THIRD_PARTY_NOTICES.md',
    'resources/LICENSES.tensorflow.txt',
    'LICENSES.chromium.html',
  ])('may be %s', (name) => expect(mayLieBeside(name, electron)).toBe(true));

  it.each([
    'resources/app/main.cjs',
    'resources/app/package.json',
    'resources/default_app.asar',
    `resources/app.asar.unpacked/${TFJS}/dist/index.js`,
    'resources/app.asar.unpacked/node_modules/sharp/build/sharp.node',
    'resources/resources/icons/icon.svg',
    'resources/app-update.yml',
    'resources/LICENSE.tensorflow.html',
    'notes.txt',
  ])('is not %s', (name) => expect(mayLieBeside(name, electron)).toBe(false));
});

describe('the licences of what is in it', () => {
  const there = [
    ...['LICENSE.electron.txt', 'LICENSES.chromium.html', 'resources/LICENSE.txt', 'resources/app.asar'],
    ...['THIRD_PARTY_NOTICES.md', 'LICENSE.tensorflow.txt', 'LICENSES.tensorflow.txt'].map(
      (name) => `resources/${name}`,
    ),
  ];

  it('must be in it, each of them', () => {
    expect(missingLicences(there, 'linux')).toEqual([]);
    for (const name of there.filter((one) => one.includes('LICENSE')))
      expect(
        missingLicences(
          there.filter((one) => one !== name),
          'linux',
        ),
      ).toEqual([name]);
    expect(
      missingLicences(
        there.filter((one) => one.startsWith('resources/')),
        'darwin',
      ),
    ).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')('are those of TensorFlow, and of what TensorFlow contains', () => {
    const textOf = (to: string): string => {
      const { from } = readConfig().extraResources.find((one) => one.to === to)!;
      return fs.readFileSync(path.join(root, from), 'utf8');
    };
    expect(textOf('LICENSE.tensorflow.txt')).toMatch(/Apache License[^]*derived from Caffe/);
    const contained = textOf('LICENSES.tensorflow.txt');
    for (const name of ['AbslPy', 'Boring SSL', 'Eigen', 'llvm', 'onednn', 'protobuf'])
      expect(contained).toContain(`\n== ${name}\n`);
  });
});

describe('electron-builder.yml', () => {
  const config = readConfig();

  it('names only what there is', () => {
    const named = [
      ...config.extraResources.map(({ from }) => from),
      config.directories['buildResources'],
      config.linux.icon,
      ...[config.mac, config.win, config.dmg].map(({ icon }) => String(icon)),
    ];
    for (const name of named) expect(fs.existsSync(path.join(root, String(name))), name).toBe(true);
  });

  it('unpacks the native parts and nothing else', () => {
    expect(config.asarUnpack).toEqual(['**/tfjs-node/lib/**', '**/tfjs-node/deps/lib/**']);
    for (const name of config.files) if (typeof name === 'string') expect(name).not.toContain('node_modules');
  });

  it('names what people download', () => {
    expect(artifactName('deb', 'x64', 'linux')).toMatch(/^imprint-studio-\d+\.\d+\.\d+-linux-x64\.deb$/);
  });
});

describe('a release', () => {
  const good = {
    version: '1.2.3',
    electron: '45.4.1',
    electronSource: 'official' as const,
    commit: '0123abc',
    changed: false,
    date: '2026-11-24T08:00:00.000Z',
    release: true,
  };

  it('is of a tagged commit as it is, on the official Electron', () => {
    expect(() => refuseAsRelease(good, 'tried\nv1.2.3')).not.toThrow();
  });

  it.each([
    [{ electron: '22.3.25', electronSource: 'fallback' as const }, /Electron 22\.3\.25 is the fallback/],
    [{ commit: null }, /lie in no repository/],
    [{ changed: true }, /not as its commit/],
    [{ version: '1.2.4' }, /not tagged v1\.2\.4/],
  ])('is refused with one sentence for %j', (change, sentence) => {
    const refuse = (): void => refuseAsRelease({ ...good, ...change }, 'v1.2.3');
    expect(refuse).toThrow(Problem);
    expect(refuse).toThrow(sentence);
    expect(refuse).toThrow(/Nothing was packaged/);
  });
});

describe('the command', () => {
  it('understands its words, and names those that it does not', () => {
    const words = ['--targets', 'tar.gz,deb', '--test'];
    expect(understand(words)).toEqual({ release: false, test: true, targets: ['tar.gz', 'deb'] });
    expect(() => understand(['--relase'])).toThrow(/--relase. Nothing was packaged/);
    expect(() => understand(['--targets'])).toThrow(/wants names/);
    expect(() => understand(['--targets', '--test'])).toThrow(/wants names/);
  });

  it('says which targets there are on this system', () => {
    expect(() => makerOf('dmg', 'linux')).toThrow('On this system there are tar.gz, deb, AppImage.');
    expect(() => makerOf('deb', 'darwin')).toThrow('On this system there are dmg.');
  });

  it('gives the reason of electron-builder as one sentence', () => {
    const said =
      '  • building        target=AppImage\n  ⨯ getaddrinfo ENOTFOUND tools.example  failedTask=build stackTrace=RequestError: x\n    at Client';
    expect(reasonIn(said)).toBe('getaddrinfo ENOTFOUND tools.example');
    expect(reasonIn('')).toBe('it gave no reason');
  });
});

describe('a target of electron-builder', () => {
  let into: string;
  beforeEach(() => (into = fs.mkdtempSync(path.join(os.tmpdir(), 'imprint-dist-'))));
  afterEach(() => fs.rmSync(into, { recursive: true }));
  const write = (name: string): void => fs.writeFileSync(path.join(into, name), name);

  it('is the file that it made, never one of a build before', async () => {
    write('old.AppImage');
    const nothing = byBuilder('AppImage', '/program', { into, build: () => Promise.resolve() });
    await expect(nothing).rejects.toThrow(/made nothing. The unpacked program is kept/);
    const build = (args: readonly string[]): Promise<void> => {
      expect(args.slice(1, 4)).toEqual(['AppImage', '--prepackaged', '/program']);
      write('new.AppImage');
      return Promise.resolve();
    };
    expect(await byBuilder('AppImage', '/program', { into, build })).toBe(path.join(into, 'new.AppImage'));
  });
});

describe('fuses', () => {
  it('are those of the binary, and a binary with others is refused by their names', async () => {
    const binary = electronBinary();
    const wanted = await fusesFor(binary);
    expect(Object.keys(wanted)).toEqual(Object.keys(await readFuses(binary)));
    await expect(verifyFuses(binary, wanted)).rejects.toThrow(
      /runAsNode is not off.*onlyLoadAppFromAsar is not on/,
    );
  });

  it('compare the archive where the system can', () => {
    expect(wantedFuses('linux').enableEmbeddedAsarIntegrityValidation).toBe(false);
    expect(wantedFuses('win32').enableEmbeddedAsarIntegrityValidation).toBe(true);
  });
});

describe('native parts', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imprint-parts-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('are refused when they are other bytes, or have a second name', async () => {
    const file = path.join(folder, 'lib.so');
    fs.writeFileSync(file, 'native');
    const parts = await nativeParts(folder, ['lib.so']);
    await verifyNative(folder, parts);
    fs.linkSync(file, path.join(folder, 'other'));
    await expect(verifyNative(folder, parts)).rejects.toThrow(/lib\.so did not come into the package/);
    fs.rmSync(path.join(folder, 'other'));
    fs.writeFileSync(file, 'Native');
    await expect(verifyNative(folder, parts)).rejects.toThrow(Problem);
  });
});

describe('for Debian', () => {
  it('the control file has what dpkg asks for', () => {
    const text = control(650_000_000, 'x64');
    expect(text).toMatch(/^Package: imprint-studio\nVersion: /);
    expect(text).toContain('Architecture: amd64\n');
    expect(text).toContain('Installed-Size: 634766\n');
    expect(text).toMatch(/\nDepends: libgtk-3-0, .*\n/);
    expect(text).toMatch(/\nDescription: [^\n]+\n [^\n]+\n$/);
  });

  it('the entry for menus starts the program with what is dropped on it', () => {
    expect(desktopEntry()).toMatch(/^\[Desktop Entry\]\nType=Application\nName=Imprint Studio\n/);
    expect(desktopEntry()).toContain('\nExec=imprint-studio %U\n');
  });
});

describe('icons', () => {
  const icons = path.join(root, 'resources/icons');
  const sideOf = (png: Buffer): number => {
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    return png.readUInt32BE(16);
  };

  it('are there in every size for Linux', () => {
    for (const side of LINUX_SIZES)
      expect(sideOf(fs.readFileSync(path.join(icons, `linux/${side}x${side}.png`)))).toBe(side);
  });

  it('are in one container for macOS', () => {
    const file = fs.readFileSync(path.join(icons, 'icon.icns'));
    expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length]);
    const found: Record<string, number> = {};
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4))
      found[file.toString('latin1', at, at + 4)] = sideOf(file.subarray(at + 8));
    expect(found).toEqual(ICNS_TYPES);
  });

  it('are in one container for Windows', () => {
    const file = fs.readFileSync(path.join(icons, 'icon.ico'));
    expect(file.readUInt16LE(4)).toBe(ICO_SIZES.length);
    const sides = ICO_SIZES.map((_, i) => sideOf(file.subarray(file.readUInt32LE(6 + 16 * i + 12))));
    expect(sides).toEqual(ICO_SIZES);
  });
});

it('every file of a package belongs to one part of its size', () => {
  const names = ['imprint-studio', 'locales/en-GB.pak', 'resources/app.asar', 'LICENSES.chromium.html'];
  names.push(
    `resources/app.asar.unpacked/${TFJS}/deps/lib/x.so`,
    'resources/resources/samples/ATTRIBUTION.md',
  );
  expect(names.map(partOf)).toEqual([
    'Electron',
    'Electron',
    'the app’s code',
    'licences',
    'TensorFlow',
    'samples',
  ]);
});

it('places are those of the system', () => {
  expect(placesIn('/d', 'linux').binary).toBe('/d/imprint-studio');
  expect(placesIn('/d', 'win32').binary).toBe('/d/Imprint Studio.exe');
  expect(placesIn('/d', 'darwin').archive).toBe('/d/Imprint Studio.app/Contents/Resources/app.asar');
});
