import { execFileSync } from 'node:child_process';
import { chmodSync, linkSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { naturalKey, sortNaturally } from '../../../../main/images/naturalOrder';
import { ScanCancelled, scanFolders } from '../../../../main/images/scan';
import { makeFiles, temporaryFolder } from './support';

async function scan(...roots: string[]) {
  const result = await scanFolders(roots.map((root, i) => ({ id: `f${i}`, path: root })));
  return {
    ...result,
    paths: result.images.map((i) => (roots.length > 1 ? `${i.folder}/${i.path}` : i.path)),
  };
}

describe('what is an image', () => {
  it('goes by the name, in any case, and lists what cannot be read too', async () => {
    const root = temporaryFolder();
    const images = ['a.jpg', 'b.JPEG', 'c.Png', 'd.webp', 'e.avif', 'f.heic', 'g.TIF', 'h.nef', 'i.dng'];
    makeFiles(root, ...images, 'film.mp4', 'notes.txt', 'jpg', 'model.json', 'a.jpg.xmp');
    expect((await scan(root)).paths).toEqual(images);
  });

  it('leaves out hidden files, private folders and projects', async () => {
    const root = temporaryFolder();
    makeFiles(
      root,
      '._a.jpg',
      '.cache/a.jpg',
      'X.imprint/cache/a.jpg',
      '__MACOSX/a.jpg',
      '@eaDir/a.jpg',
      'in/a.jpg',
    );
    expect((await scan(root)).paths).toEqual(['in/a.jpg']);
  });

  it('gives size and time', async () => {
    const root = temporaryFolder();
    makeFiles(root, 'four.jpg');
    const [image] = (await scan(root)).images;
    expect(image).toMatchObject({ folder: 'f0', path: 'four.jpg', size: 8 });
    expect(Math.abs((image?.mtimeMs ?? 0) - Date.now())).toBeLessThan(60_000);
  });
});

describe('the order', () => {
  it('is the natural one, folder by folder', async () => {
    const root = temporaryFolder();
    const files = [
      'img1.jpg',
      'img 2.jpg',
      'IMG10.jpg',
      'img9.jpg',
      'a/10.jpg',
      'a/9.jpg',
      'a b/1.jpg',
      'ä.jpg',
      'b.jpg',
    ];
    makeFiles(root, ...files);
    expect((await scan(root)).paths).toEqual([
      'a/9.jpg',
      'a/10.jpg',
      'a b/1.jpg',
      'ä.jpg',
      'b.jpg',
      'img 2.jpg',
      'img1.jpg',
      'img9.jpg',
      'IMG10.jpg',
    ]);
  });

  it('counts numbers of any length and does not depend on where it began', () => {
    const names = [
      '1',
      '02',
      '2',
      '10',
      '99999999999999999998',
      '99999999999999999999',
      '1a',
      'a1',
      'a01b',
      'a1b',
    ];
    const sorted = sortNaturally([...names], (n) => n);
    expect(sortNaturally([...names].reverse(), (n) => n)).toEqual(sorted);
    expect(sorted.indexOf('99999999999999999998')).toBeLessThan(sorted.indexOf('99999999999999999999'));
    expect(naturalKey('img9') < naturalKey('img10')).toBe(true);
  });
});

describe('links', () => {
  it('leads into linked folders and files once, and not round in circles', async () => {
    const [root, other] = [temporaryFolder(), temporaryFolder()];
    makeFiles(root, 'a/1.jpg', 'b/2.jpg');
    makeFiles(other, 'deep/3.jpg', '4.jpg');
    symlinkSync(root, path.join(root, 'a/round'));
    symlinkSync('.', path.join(root, 'self'));
    symlinkSync('/', path.join(root, 'everything'));
    symlinkSync(path.join(root, 'a/1.jpg'), path.join(root, 'again.jpg'));
    symlinkSync(other, path.join(root, 'other'));
    symlinkSync(other, path.join(root, 'other again'));
    symlinkSync(path.join(root, 'b'), path.join(other, 'deep/back'));
    const { paths, problems } = await scan(root);
    expect(paths).toEqual(['a/1.jpg', 'b/2.jpg', 'other/4.jpg', 'other/deep/3.jpg']);
    expect(problems).toEqual([]);
  });

  it('lists a linked image whose file is elsewhere, and both names of a hard link', async () => {
    const [root, other] = [temporaryFolder(), temporaryFolder()];
    makeFiles(other, 'x');
    makeFiles(root, '1.jpg');
    symlinkSync(path.join(other, 'x'), path.join(root, 'linked.jpg'));
    linkSync(path.join(root, '1.jpg'), path.join(root, '2.jpg'));
    expect((await scan(root)).paths).toEqual(['1.jpg', '2.jpg', 'linked.jpg']);
  });

  it('says which lead nowhere', async () => {
    const root = temporaryFolder();
    symlinkSync('gone.jpg', path.join(root, 'a.jpg'));
    symlinkSync('loop.jpg', path.join(root, 'loop.jpg'));
    expect((await scan(root)).problems.map((p) => p.reason)).toEqual([
      'a.jpg is a link that leads nowhere.',
      'loop.jpg is a link to itself.',
    ]);
  });

  it('lists an image once that two folders of a project lead to', async () => {
    const root = temporaryFolder();
    makeFiles(root, 'a/1.jpg', '2.jpg');
    expect((await scan(root, path.join(root, 'a'))).paths).toEqual(['f0/2.jpg', 'f0/a/1.jpg']);
  });
});

describe('what is no file', () => {
  it('is passed over without waiting for it, and named', async () => {
    const root = temporaryFolder();
    execFileSync('mkfifo', [path.join(root, 'pipe.jpg'), path.join(root, 'pipe')]);
    const server = createServer().listen(path.join(root, 'socket.png'));
    await new Promise((resolve) => server.once('listening', resolve));
    symlinkSync('/dev/zero', path.join(root, 'device.jpg'));
    makeFiles(root, 'a.jpg');
    const { paths, problems } = await scan(root);
    server.close();
    expect(paths).toEqual(['a.jpg']);
    expect(problems.map((p) => p.reason).sort()).toEqual(
      ['device.jpg', 'pipe.jpg', 'socket.png'].map(
        (n) => `${n} is a pipe, a socket or a device and no file.`,
      ),
    );
  });
});

describe('what cannot be read', () => {
  it('is a problem of its own: a folder that is not there, a file in its place', async () => {
    const root = temporaryFolder();
    makeFiles(root, 'a.jpg', 'file');
    const result = await scan(root, path.join(root, 'gone'), path.join(root, 'file'));
    expect(result.paths).toEqual(['f0/a.jpg']);
    expect(result.missing).toEqual(['f1', 'f2']);
    expect(result.problems.map((p) => p.reason)).toEqual([
      'The folder is not there.',
      'The folder is not there.',
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('names folders that may not be read (root may read all)', async () => {
    const root = temporaryFolder();
    makeFiles(root, 'shut/a.jpg', 'b.jpg');
    chmodSync(path.join(root, 'shut'), 0);
    const result = await scan(root);
    chmodSync(path.join(root, 'shut'), 0o755);
    expect(result.paths).toEqual(['b.jpg']);
    expect(result.problems).toEqual([
      { folder: 'f0', path: 'shut', reason: 'shut may not be read: check its permissions.' },
    ]);
  });

  it.skipIf(process.platform !== 'linux')('names files whose names are no text', async () => {
    const root = temporaryFolder();
    writeFileSync(
      Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe]), Buffer.from('.jpg')]),
      'x',
    );
    const { paths, problems } = await scan(root);
    expect(paths).toEqual([]);
    expect(problems[0]?.reason).toContain('has a name that is not valid text');
  });
});

it('tells how far it is, and stops when asked to', async () => {
  const root = temporaryFolder();
  makeFiles(root, ...Array.from({ length: 300 }, (_, i) => `${i}.jpg`));
  const told: number[] = [];
  const folders = [{ id: 'f', path: root }];
  await scanFolders(folders, { onProgress: (n) => told.push(n) });
  expect(told[0]).toBe(64);
  const stop = new AbortController();
  const stopped = scanFolders(folders, { signal: stop.signal, onProgress: () => stop.abort() });
  await expect(stopped).rejects.toBeInstanceOf(ScanCancelled);
});

describe('what is found', () => {
  const handedOver = async (...roots: string[]) => {
    const parts: string[][] = [];
    const result = await scanFolders(
      roots.map((root, i) => ({ id: `f${i}`, path: root })),
      { onImages: (images) => void parts.push(images.map((i) => `${i.folder}/${i.path}`)) },
    );
    return { parts, all: result.images.map((i) => `${i.folder}/${i.path}`) };
  };

  it('is handed over in the order of the result, the first of it long before the end', async () => {
    const root = temporaryFolder();
    const files = Array.from({ length: 40 }, (_, i) => Array.from({ length: 50 }, (_, j) => `${i}/${j}.jpg`));
    makeFiles(root, ...files.flat(), '3 last.jpg');
    const { parts, all } = await handedOver(root);
    expect(all).toHaveLength(2001);
    expect(parts.flat()).toEqual(all);
    expect(all).toEqual(sortNaturally([...all], (path) => path));
    expect(parts.length).toBeGreaterThan(1);
    expect(parts[0]!.length).toBeLessThanOrEqual(500);
  });

  it('is waited for: nothing more is looked for until it is taken', async () => {
    const root = temporaryFolder();
    makeFiles(root, ...Array.from({ length: 700 }, (_, i) => `${i}.jpg`));
    let taken = 0;
    let most = 0;
    await scanFolders([{ id: 'f', path: root }], {
      onImages: async (images) => {
        most = Math.max(most, ++taken);
        await new Promise((resolve) => setImmediate(resolve));
        expect(images.length).toBeGreaterThan(0);
        taken--;
      },
    });
    expect(most).toBe(1);
  });

  it('comes last where only a link leads to it, wherever it stands in the result', async () => {
    const [root, other] = [temporaryFolder(), temporaryFolder()];
    makeFiles(root, 'b.jpg');
    makeFiles(other, 'x.jpg');
    symlinkSync(path.join(other, 'x.jpg'), path.join(root, 'a.jpg'));
    const { parts, all } = await handedOver(root);
    expect(parts.flat()).toEqual(['f0/b.jpg', 'f0/a.jpg']);
    expect(all).toEqual(['f0/a.jpg', 'f0/b.jpg']);
  });

  it.skipIf(process.platform !== 'linux')('is in order where two folders differ in case alone', async () => {
    const root = temporaryFolder();
    makeFiles(root, 'A/2.jpg', 'a/1.jpg');
    expect((await scan(root)).paths).toEqual(['a/1.jpg', 'A/2.jpg']);
  });
});
