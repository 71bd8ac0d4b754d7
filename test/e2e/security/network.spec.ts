/**
 * @file Nothing leaves the machine: each layer alone, in front of a listener that hears whatever comes through
 * (docs/security.md, point 4).
 */
import { reachOut, reachOutOfWorker, reachPeers } from './inPage/reachOut';
import { closeProject, sampleItems } from './inPage/project';
import { expect, settle, test } from './lockedStudio';
import { remoteSockets } from './sockets';

test('the listener hears what does come', async ({ listener }) => {
  await fetch(`http://127.0.0.1:${listener.tcp}/`, { signal: AbortSignal.timeout(300) }).catch(
    () => undefined,
  );
  expect(listener.heard).toEqual(['a connection', 'GET / HTTP/1.1']);
});

test("the pages' own policy refuses every way out", async ({ locked, listener }) => {
  for (const page of [locked.page, locked.decoder]) {
    const violated = await page.evaluate(reachOut, { tcp: listener.tcp, udp: listener.udp });
    for (const kind of ['connect', 'img', 'media', 'font', 'frame'])
      expect(violated, page.url()).toContain(`${kind}-src`);
  }
  expect(listener.heard).toEqual([]);
});

test("the policy of the decoder's workers refuses them too", async ({ locked, listener }) => {
  for (const worker of locked.decoder.workers()) {
    const violated = await worker.evaluate(reachOutOfWorker, { tcp: listener.tcp, udp: listener.udp });
    expect(violated).toContain('connect-src');
  }
  expect(listener.heard).toEqual([]);
});

test('where no policy stands, the sessions refuse', async ({ locked, listener }) => {
  const page = await locked.foreign({ url: 'about:blank' });
  expect(await page.evaluate(reachOut, { tcp: listener.tcp, udp: listener.udp })).toEqual([]);
  await settle();
  expect(listener.heard).toEqual([]);
});

test('browsers find no way to each other', async ({ locked, listener }) => {
  const ports = { tcp: listener.tcp, udp: listener.udp };
  for (const page of [locked.page, await locked.foreign({ url: 'about:blank' })])
    await page.evaluate(reachPeers, ports);
  expect(listener.heard).toEqual([]);
});

test('main itself can ask for nothing, in any session', async ({ locked, listener }) => {
  const errors = await locked.app.evaluate(async ({ net, session }, port) => {
    const sessions = [
      session.defaultSession,
      ...['decoder', 'new'].map((name) => session.fromPartition(name)),
    ];
    const ask = (target: Electron.Session): Promise<string> =>
      new Promise((resolve) => {
        const request = net.request({ url: `http://127.0.0.1:${port}/main`, session: target });
        request.on('error', ({ message }) => resolve(message));
        request.on('response', ({ statusCode }) => resolve(`answered ${statusCode}`));
        request.end();
      });
    return Promise.all(sessions.map(ask));
  }, listener.tcp);
  expect(errors).toEqual(Array(3).fill('net::ERR_BLOCKED_BY_CLIENT'));
  expect(listener.heard).toEqual([]);
});

test('no address resolves, even where the filter is passed by', async ({ locked, listener }) => {
  const error = await locked.app.evaluate(({ net, session }, port) => {
    const unfiltered = session.fromPartition('unfiltered');
    unfiltered.webRequest.onBeforeRequest(null);
    return new Promise<string>((resolve) => {
      const request = net.request({ url: `http://127.0.0.1:${port}/unfiltered`, session: unfiltered });
      request.on('error', ({ message }) => resolve(message));
      request.on('response', ({ statusCode }) => resolve(`answered ${statusCode}`));
      request.end();
    });
  }, listener.tcp);
  expect(error).toBe('net::ERR_NAME_NOT_RESOLVED');
  expect(listener.heard).toEqual([]);
});

for (const address of ['http://127.0.0.1:9/', 'file:///etc/hostname', 'data:text/html,text']) {
  test(`no window shows ${address.split(':')[0]}:`, async ({ locked }) => {
    const error = await locked.app.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false });
      const outcome = await window.loadURL(url).then(
        () => 'shown',
        (reason: Error) => reason.message,
      );
      window.destroy();
      return outcome;
    }, address);
    expect(error).toContain('ERR_BLOCKED_BY_CLIENT');
  });
}

test('no process of the app holds a socket to beyond this machine', async ({ locked, listener }) => {
  test.skip(process.platform !== 'linux', 'sockets are read from /proc, which only Linux has');
  await locked.page.evaluate(sampleItems);
  // Looking for peers would open one that is there for all machines around.
  await locked.page.evaluate(reachPeers, { tcp: listener.tcp, udp: listener.udp });
  expect(remoteSockets(locked.app.process().pid ?? 0)).toEqual([]);
  await locked.page.evaluate(closeProject);
});
