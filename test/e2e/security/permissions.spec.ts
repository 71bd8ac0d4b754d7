/** @file Nothing is granted that a page could ask a person for (docs/security.md, point 6). */
import { askForAll, lookAtAll } from './inPage/ask';
import { expect, test } from './lockedStudio';

const PLACES = ['the window', 'the decoder', 'any other page'] as const;

for (const place of PLACES) {
  test(`${place} is granted nothing`, async ({ locked }) => {
    const page =
      place === 'the window'
        ? locked.page
        : place === 'the decoder'
          ? locked.decoder
          : await locked.foreign({ url: 'app://studio/decoder/index.html' });
    const answers = await page.evaluate(askForAll);
    expect(answers).toEqual(Object.fromEntries(Object.keys(answers).map((what) => [what, 'denied'])));
    const states = await page.evaluate(lookAtAll);
    expect(states).toEqual(Object.fromEntries(Object.keys(states).map((name) => [name, 'denied'])));
  });
}

test('nothing is downloaded', async ({ locked }) => {
  const downloads = await locked.app.evaluate(async ({ BrowserWindow, session }) => {
    const outcomes: string[] = [];
    session.defaultSession.on('will-download', (event, item) => {
      outcomes.push(event.defaultPrevented ? 'refused' : 'begun');
      item.cancel();
    });
    const window = new BrowserWindow({ show: false });
    window.webContents.downloadURL('app://studio/index.html');
    await new Promise((resolve) => setTimeout(resolve, 500));
    window.destroy();
    return outcomes;
  });
  expect(downloads).toEqual(['refused']);
});
