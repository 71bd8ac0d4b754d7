/** @file Native parts that differ from what was packaged are not loaded, whatever is remembered of them. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkNativeParts, type NativePlaces } from '../../../../main/shell/nativeParts';

const CONTENT = {
  'deps/lib/libtensorflow.so': Buffer.alloc(3_000_000, 7),
  'lib/addon.node': Buffer.from('addon'),
};
const DAMAGED = /not as it was packaged, and was not loaded.*projects are untouched/;

let places: NativePlaces;
const fileOf = (name: keyof typeof CONTENT): string => path.join(places.folder, name);

beforeEach(() => {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'imprint-native-'));
  places = {
    list: path.join(root, 'native-parts.json'),
    folder: path.join(root, 'app.asar.unpacked'),
    seen: path.join(root, 'cache', 'native-parts.json'),
  };
  const list = Object.entries(CONTENT).map(([name, content]) => {
    fs.mkdirSync(path.dirname(path.join(places.folder, name)), { recursive: true });
    fs.writeFileSync(path.join(places.folder, name), content);
    // Whole seconds, which can be put back exactly.
    fs.utimesSync(path.join(places.folder, name), 1_700_000_000, 1_700_000_000);
    return { path: name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
  });
  fs.writeFileSync(places.list, JSON.stringify(list));
});
afterEach(() => {
  fs.rmSync(path.dirname(places.list), { recursive: true });
});

/** As a bad block or an unfinished update leaves a file: as large as before, with the times it had. */
function corrupt(name: keyof typeof CONTENT): void {
  const handle = fs.openSync(fileOf(name), 'r+');
  fs.writeSync(handle, Buffer.from([0x21]), 0, 1, 3);
  fs.closeSync(handle);
  fs.utimesSync(fileOf(name), 1_700_000_000, 1_700_000_000);
}

describe('native parts', () => {
  it('pass as they were packaged, and are remembered', async () => {
    await checkNativeParts(places);
    expect(Object.keys(JSON.parse(fs.readFileSync(places.seen, 'utf8')) as object)).toHaveLength(2);
    await checkNativeParts(places);
  });

  it('are not read again while size, times and inode are as remembered', async () => {
    await checkNativeParts(places);
    corrupt('lib/addon.node');
    const seen = JSON.parse(fs.readFileSync(places.seen, 'utf8')) as Record<string, string>;
    const [sha256, ...marks] = (seen[fileOf('lib/addon.node')] ?? '').split(' ');
    // The time of its last change, which nobody can set, gives it away; here it is put into what is remembered.
    marks[2] = String(fs.statSync(fileOf('lib/addon.node'), { bigint: true }).ctimeNs);
    seen[fileOf('lib/addon.node')] = [sha256, ...marks].join(' ');
    fs.writeFileSync(places.seen, JSON.stringify(seen));
    await expect(checkNativeParts(places)).resolves.toBeUndefined();
  });

  it('are refused when one byte differs', async () => {
    corrupt('deps/lib/libtensorflow.so');
    await expect(checkNativeParts(places)).rejects.toThrow(DAMAGED);
    expect(fs.existsSync(places.seen)).toBe(false);
  });

  it('are refused when one byte has changed since they passed, though size and times are as before', async () => {
    await checkNativeParts(places);
    corrupt('lib/addon.node');
    await expect(checkNativeParts(places)).rejects.toThrow(DAMAGED);
  });

  it('are refused when one is shorter or missing', async () => {
    await checkNativeParts(places);
    fs.truncateSync(fileOf('lib/addon.node'), 3);
    await expect(checkNativeParts(places)).rejects.toThrow(DAMAGED);
    fs.rmSync(fileOf('lib/addon.node'));
    await expect(checkNativeParts(places)).rejects.toThrow(DAMAGED);
  });

  it('are compared in full again when what is remembered is unreadable or cannot be kept', async () => {
    fs.mkdirSync(path.dirname(places.seen));
    fs.writeFileSync(places.seen, '{"');
    await checkNativeParts(places);
    await checkNativeParts({ ...places, seen: path.join(places.list, 'not-a-folder', 'seen.json') });
  });

  it('have nothing to be compared with in a checkout', async () => {
    fs.rmSync(places.list);
    corrupt('lib/addon.node');
    await expect(checkNativeParts(places)).resolves.toBeUndefined();
  });
});
