/** @file The pages' content security policy, as it is sent and as it works (docs/security.md, point 3). */
import { inject, makeMarkup, runText } from './inPage/inject';
import { expect, test } from './lockedStudio';

const SOURCES = new Set(["'none'", "'self'", "'script'", 'img:', 'app:', 'svelte-trusted-html']);
const PAGES = ['app://studio/index.html', 'app://studio/decoder/index.html'];

interface Answer {
  path: string;
  policy: string;
  sniffing: string;
}

test('every app: response carries the policy, the script of the worker too', async ({ locked }) => {
  const answers = await locked.app.evaluate(async ({ BrowserWindow, session }, pages): Promise<Answer[]> => {
    const seen: Answer[] = [];
    for (const [i, target] of [session.defaultSession, session.fromPartition('decoder')].entries()) {
      target.webRequest.onCompleted(({ url, responseHeaders }) => {
        const header = (name: string): string => String(responseHeaders?.[name]);
        const policy = header('Content-Security-Policy');
        seen.push({ path: new URL(url).pathname, policy, sniffing: header('X-Content-Type-Options') });
      });
      const window = new BrowserWindow({ show: false, webPreferences: { session: target } });
      await window.loadURL(pages[i] ?? '');
      await new Promise((resolve) => setTimeout(resolve, 500));
      window.destroy();
      target.webRequest.onCompleted(null);
    }
    return seen;
  }, PAGES);

  const kinds = answers.map(({ path }) => path.replace(/-[\w-]+\./, '.'));
  for (const kind of ['/index.html', '/assets/index.js', '/assets/index.css', '/assets/worker.js'])
    expect(kinds).toContain(kind);
  for (const { path, policy, sniffing } of answers) {
    expect(sniffing, path).toBe('nosniff');
    const directives = policy.split('; ').map((directive) => directive.split(' '));
    expect(directives, path).toContainEqual(['default-src', "'none'"]);
    expect(directives, path).toContainEqual(['script-src', "'self'"]);
    for (const name of ['base-uri', 'form-action', 'frame-ancestors'])
      expect(directives, path).toContainEqual([name, "'none'"]);
    for (const source of directives.flatMap(([, ...sources]) => sources))
      expect(SOURCES, `${path}: ${source}`).toContain(source);
    const connect = directives.find(([name]) => name === 'connect-src') ?? null;
    const ofDecoder = /decoder|worker/.test(path);
    expect(connect, path).toEqual(ofDecoder ? ['connect-src', 'img:'] : null);
  }
});

test('no page and no worker runs code from text', async ({ locked }) => {
  for (const place of locked.places())
    expect(await place.run(runText), place.name).toEqual(['EvalError', 'EvalError']);
});

test('a script, handler, style or frame that text brings in does nothing and is reported', async ({
  locked,
}) => {
  const inDecoder = await locked.decoder.evaluate(inject);
  expect(inDecoder.ran).toBe(false);
  expect(inDecoder.directives).toEqual(['frame-src', 'script-src-attr', 'script-src-elem', 'style-src-elem']);
  const inWindow = await locked.page.evaluate(inject);
  expect(inWindow.ran).toBe(false);
  for (const directive of ['frame-src', 'style-src-elem']) expect(inWindow.directives).toContain(directive);
});

test('no text becomes markup in the window', async ({ locked }) => {
  expect(await locked.page.evaluate(makeMarkup)).toBe('TypeError');
});
