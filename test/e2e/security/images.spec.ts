/** @file Pictures by opaque names, to those who need them (docs/security.md, point 7). */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { photosOf } from '../photos';
import { fetched, shown } from './inPage/pictures';
import { closeProject, folderItems } from './inPage/project';
import { expect, test, type LockedStudio } from './lockedStudio';

let folder = '';
test.beforeAll(async () => {
  folder = await photosOf(await fs.mkdtemp(path.join(os.tmpdir(), 'imprint-pictures-')), { fish: 2 });
});
test.afterAll(() => fs.rm(path.dirname(folder), { recursive: true }));

/** Of an image that has been read, of a project that is opened where none is. */
async function tokenIn({ app, page }: LockedStudio): Promise<string> {
  await app.evaluate(({ dialog }, answer) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [answer] });
  }, folder);
  const token = async (): Promise<string> =>
    (await page.evaluate(folderItems)).find(({ thumbnail }) => thumbnail > 0)?.token ?? '';
  await expect.poll(token).not.toBe('');
  return token();
}

const notTokens = (token: string): string[] => [
  '',
  'unknown0000000000000-',
  token.slice(1),
  `${token}/`,
  `${token}%00`,
  `./${token}x`,
  `x/../../${token}x`,
  '../../etc/hostname',
  '..%2f..%2fetc%2fhostname',
  '%2fetc%2fhostname',
  '/etc/hostname',
  encodeURIComponent(import.meta.filename),
];

test('the decoder is given files by their tokens, and by nothing else', async ({ locked }) => {
  const token = await tokenIn(locked);
  expect(await locked.decoder.evaluate(fetched, `img://file/${token}`)).toBe('answered 200');
  for (const name of notTokens(token))
    expect(await locked.decoder.evaluate(fetched, `img://file/${name}`), name).toBe('nothing');
  for (const host of ['thumb', 'view', 'other', 'file.'])
    expect(await locked.decoder.evaluate(fetched, `img://${host}/${token}`), host).toBe('nothing');
});

test('the window is shown thumbnails and views by their tokens, and no files', async ({ locked }) => {
  const token = await tokenIn(locked);
  expect(await locked.page.evaluate(shown, `img://thumb/${token}`)).toBe('shown');
  for (const name of notTokens(token))
    expect(await locked.page.evaluate(shown, `img://thumb/${name}`), name).toBe('nothing');
  expect(await locked.page.evaluate(shown, `img://view/${token}?side=1600`)).toBe('shown');
  for (const name of notTokens(token))
    expect(await locked.page.evaluate(shown, `img://view/${name}?side=1600`), name).toBe('nothing');
  for (const query of ['', '?side=0', '?side=100000', '?side=16&v=x'])
    expect(await locked.page.evaluate(shown, `img://view/${token}${query}`), query).toBe('nothing');
  expect(await locked.page.evaluate(shown, `img://file/${token}`)).toBe('nothing');
  for (const kind of ['file', 'thumb', 'view'])
    expect(await locked.page.evaluate(fetched, `img://${kind}/${token}`)).toBe('nothing');
});

test("past the window's policy, its session still has no files of images", async ({ locked }) => {
  const token = await tokenIn(locked);
  const page = await locked.foreign({ url: 'about:blank' });
  expect(await page.evaluate(shown, `img://thumb/${token}`)).toBe('shown');
  expect(await page.evaluate(shown, `img://file/${token}`)).toBe('nothing');
});

test('a picture that is opened as a page may do nothing', async ({ locked }) => {
  const token = await tokenIn(locked);
  const policies = await locked.app.evaluate(async ({ BrowserWindow, session }, name) => {
    const asked = [
      { kind: 'thumb', target: session.defaultSession, query: '' },
      { kind: 'view', target: session.defaultSession, query: '?side=300' },
      { kind: 'file', target: session.fromPartition('decoder'), query: '' },
    ];
    const seen: string[] = [];
    for (const { kind, target, query } of asked) {
      const address = `img://${kind}/${name}${query}`;
      target.webRequest.onCompleted({ urls: [address] }, ({ responseHeaders }) => {
        const [policy, keep] = ['Content-Security-Policy', 'Cache-Control'].map(
          (header) => responseHeaders?.[header],
        );
        seen.push(`${kind}: ${String(policy)} | ${String(keep)}`);
      });
      const window = new BrowserWindow({ show: false, webPreferences: { session: target } });
      await window.loadURL(address).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, 200));
      window.destroy();
      target.webRequest.onCompleted(null);
    }
    return [...new Set(seen)];
  }, token);
  expect(policies).toEqual([
    "thumb: default-src 'none'; sandbox | max-age=31536000, immutable",
    "view: default-src 'none'; sandbox | no-store",
    "file: default-src 'none'; sandbox | no-store",
  ]);
});

test('tokens end with the project', async ({ locked }) => {
  const token = await tokenIn(locked);
  await locked.page.evaluate(closeProject);
  expect(await locked.decoder.evaluate(fetched, `img://file/${token}`)).toBe('nothing');
});
