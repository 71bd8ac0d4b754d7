/** @file Pages are kept apart from Node and from the preload (docs/security.md, points 1 and 2). */
import type { StudioBridge } from '../../../main/contract/calls';
import { expect, test } from './lockedStudio';

const passwords = '/etc';

declare const studio: StudioBridge;
declare const File: new (parts: string[], name: string) => object;

/** Runs in pages and workers. @returns what of Node is to be seen there */
function lookForNode(): string[] {
  const names = ['require', 'process', 'module', 'exports', 'Buffer', 'global', '__dirname', 'setImmediate'];
  return names.filter((name) => name in globalThis);
}

/** Runs in the window. */
const openProject = async () => (await studio.call('app:state')).project;

test('no page and no worker sees anything of Node', async ({ locked }) => {
  for (const place of locked.places()) expect(await place.run(lookForNode), place.name).toEqual([]);
});

test('window and decoder are shown with safe settings', async ({ locked }) => {
  const settings = await locked.app.evaluate(({ webContents }) => {
    const ours = webContents.getAllWebContents().filter((contents) => contents.getURL().startsWith('app:'));
    type WithPreferences = { getLastWebPreferences(): Record<string, unknown> };
    return ours.map((contents) => (contents as unknown as WithPreferences).getLastWebPreferences());
  });
  expect(settings.length).toBeGreaterThanOrEqual(2);
  for (const each of settings)
    expect(each).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false });
});

test('the page is given three functions and cannot replace them', async ({ locked }) => {
  const bridge = await locked.page.evaluate(() => {
    const given = studio as { call: unknown };
    const before = given.call;
    try {
      given.call = () => undefined;
    } catch {
      // In strict code it throws instead.
    }
    return { keys: Object.keys(given).sort(), same: given.call === before };
  });
  expect(bridge).toEqual({ keys: ['call', 'on', 'openDropped'], same: true });
  expect(await locked.decoder.evaluate(() => 'studio' in globalThis)).toBe(false);
});

test('the bridge knows only the calls and events of the contract', async ({ locked }) => {
  for (const name of ['project:openDropped', 'constructor', '__proto__', 'ELECTRON_BROWSER_REQUIRE']) {
    const asked = locked.page.evaluate(
      ([channel, folder]) => studio.call(channel as 'project:openRecent', folder),
      [name, passwords] as const,
    );
    await expect(asked).rejects.toThrow(`There is no call ${name}.`);
  }
  for (const name of ['constructor', '__proto__', 'ELECTRON_INTERNAL'])
    await expect(
      locked.page.evaluate((event) => void studio.on(event as 'app:menu', () => undefined), name),
    ).rejects.toThrow(`There is no event ${name}.`);
});

test('the page cannot name a path by an object that looks like a file', async ({ locked }) => {
  const opened = locked.page.evaluate(
    (folder) => studio.openDropped({ path: folder, name: 'etc' } as never),
    passwords,
  );
  expect(await opened).toBeNull();
  expect(await locked.page.evaluate(openProject)).toBeNull();
});

test('nor by a file of its own with a path written on it', async ({ locked }) => {
  const opened = locked.page.evaluate((folder) => {
    const file = Object.defineProperty(new File(['text'], 'etc'), 'path', { value: folder });
    return studio.openDropped(file as never);
  }, passwords);
  expect(await opened).toBeNull();
  expect(await locked.page.evaluate(openProject)).toBeNull();
});
