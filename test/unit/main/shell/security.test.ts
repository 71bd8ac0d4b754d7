/** @file Each rule for pages and sessions by itself, without Electron; what they do together is tested end to end. */
import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const app = vi.hoisted(() => ({
  isPackaged: false,
  switches: new Map<string, string>(),
  listeners: new Map<string, unknown>(),
  enableSandbox: vi.fn(),
  on(event: string, listener: unknown) {
    this.listeners.set(event, listener);
  },
  commandLine: {
    hasSwitch: (name: string): boolean => app.switches.has(name),
    appendSwitch: (name: string, value: string) => app.switches.set(name, value),
  },
}));
vi.mock('electron', () => ({ app }));
vi.mock('../../../../main/shell/log', () => ({ log: { warn: vi.fn() } }));

const { lockDown, lockSession, pagePreferences, setupSecurity } =
  await import('../../../../main/shell/security');

beforeEach(() => {
  app.isPackaged = false;
  app.switches.clear();
  app.enableSandbox.mockClear();
});

describe('at the start', () => {
  it('turns the sandbox on for everything', () => {
    setupSecurity();
    expect(app.enableSandbox).toHaveBeenCalledOnce();
  });

  it('leaves it off only where it was taken away from outside, because nothing would start', () => {
    app.switches.set('no-sandbox', '');
    setupSecurity();
    expect(app.enableSandbox).not.toHaveBeenCalled();
  });

  it('resolves no name, asks no proxy and does nothing in the background', () => {
    setupSecurity();
    expect(app.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    for (const name of ['no-proxy-server', 'disable-background-networking', 'disable-component-update'])
      expect(app.switches.has(name), name).toBe(true);
  });

  it('takes hold of every session and every page there will be', () => {
    setupSecurity();
    expect(app.listeners.get('session-created')).toBe(lockSession);
    expect(app.listeners.has('web-contents-created')).toBe(true);
  });
});

describe('settings of a page', () => {
  it('are the safe ones', () => {
    expect(pagePreferences('/preload.cjs')).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
    });
  });

  it('allow developer tools in a checkout only', () => {
    expect(pagePreferences('/preload.cjs').devTools).toBe(true);
    app.isPackaged = true;
    expect(pagePreferences('/preload.cjs').devTools).toBe(false);
  });
});

class FakeContents extends EventEmitter {
  opens: (() => { action: string }) | null = null;
  webRtc = '';
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.opens = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtc = policy;
  }
}

function lockedContents(): FakeContents {
  const contents = new FakeContents();
  lockDown(contents as unknown as WebContents);
  return contents;
}

describe('a page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is refused on %s',
    (name) => {
      const event = { preventDefault: vi.fn() };
      lockedContents().emit(name, event, 'app://studio/index.html');
      expect(event.preventDefault).toHaveBeenCalledOnce();
    },
  );

  it('opens no window and sends no datagrams', () => {
    const contents = lockedContents();
    expect(contents.opens?.()).toEqual({ action: 'deny' });
    expect(contents.webRtc).toBe('disable_non_proxied_udp');
  });

  it('is given no Bluetooth device, where Electron would take the first', () => {
    const [event, choose] = [{ preventDefault: vi.fn() }, vi.fn()];
    lockedContents().emit('select-bluetooth-device', event, [{ deviceId: 'near' }], choose);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(choose).toHaveBeenCalledWith('');
  });
});

type Asked = (details: { url: string }, answer: (response: { cancel: boolean }) => void) => void;

class FakeSession extends EventEmitter {
  request: ((contents: null, permission: string, answer: (granted: boolean) => void) => void) | null = null;
  check: (() => boolean) | null = null;
  device: (() => boolean) | null = null;
  asked: Asked | null = null;
  spelling = true;
  readonly webRequest = { onBeforeRequest: (listener: Asked) => (this.asked = listener) };
  setPermissionRequestHandler(handler: FakeSession['request']): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: () => boolean): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
  setSpellCheckerEnabled(on: boolean): void {
    this.spelling = on;
  }
  isCancelled(url: string): boolean {
    const answer = vi.fn<(response: { cancel: boolean }) => void>();
    this.asked?.({ url }, answer);
    return answer.mock.calls[0]?.[0].cancel ?? false;
  }
}

function lockedSession(): FakeSession {
  const session = new FakeSession();
  lockSession(session as unknown as Session);
  return session;
}

describe('a session', () => {
  it.each(['media', 'geolocation', 'openExternal', 'fileSystem', 'something new'])(
    'never grants %s',
    (name) => {
      const answer = vi.fn();
      lockedSession().request?.(null, name, answer);
      expect(answer).toHaveBeenCalledExactlyOnceWith(false);
    },
  );

  it('holds no permission and no device for granted', () => {
    const session = lockedSession();
    expect([session.check?.(), session.device?.()]).toEqual([false, false]);
  });

  it('downloads nothing, not even a dictionary', () => {
    const session = lockedSession();
    const event = { preventDefault: vi.fn() };
    session.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
    expect(session.spelling).toBe(false);
  });

  it.each(['app://studio/index.html', 'img://thumb/token'])('lets %s through', (url) => {
    expect(lockedSession().isCancelled(url)).toBe(false);
  });

  it.each(['http:', 'https:', 'ws:', 'wss:', 'file:', 'data:', 'blob:', 'chrome:', 'chrome-extension:'])(
    'refuses %s',
    (scheme) => expect(lockedSession().isCancelled(`${scheme}//127.0.0.1/x`)).toBe(true),
  );

  it('shows developer tools in a checkout only', () => {
    const address = 'devtools://devtools/bundled/inspector.html';
    expect(lockedSession().isCancelled(address)).toBe(false);
    app.isPackaged = true;
    expect(lockedSession().isCancelled(address)).toBe(true);
  });
});
