/** @file Pages stay where they are and open nothing (docs/security.md, point 5). */
import { addWebview, isMarked, leave, WAYS } from './inPage/leave';
import { expect, settle, test } from './lockedStudio';

const OWN_PAGE = 'app://studio/decoder/index.html';

for (const way of WAYS) {
  test(`no page leaves by ${way}`, async ({ locked, listener }) => {
    // The window has its policy as well; a page without one has only Electron's rules to hold it.
    const pages = [locked.page, await locked.foreign({ url: 'about:blank' })];
    const before = [await locked.contents(), ...pages.map((page) => page.url())];
    for (const page of pages)
      for (const target of [OWN_PAGE, `http://127.0.0.1:${listener.tcp}/`])
        await page.evaluate(leave, { way, target });
    await settle();
    expect([await locked.contents(), ...pages.map((page) => page.url())]).toEqual(before);
    for (const page of pages) expect(await page.evaluate(isMarked)).toBe(true);
    expect(listener.heard).toEqual([]);
  });
}

test('a webview is an unknown element in the window', async ({ locked }) => {
  const before = await locked.contents();
  expect(await locked.page.evaluate(addWebview)).toBe(false);
  await settle();
  expect(await locked.contents()).toBe(before);
});

test('where a window has webviews, none is attached', async ({ locked }) => {
  const page = await locked.foreign({ url: 'about:blank', webviewTag: true });
  const before = await locked.contents();
  expect(await page.evaluate(addWebview)).toBe(true);
  await settle();
  expect(await locked.contents()).toBe(before);
});
