/** @file Whose calls the window's are: the top frame of the one window, on our own page. */
import type { IpcMainInvokeEvent } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PreferenceFile } from '../../../../main/shell/preferences';

const shown = vi.hoisted(() => ({
  destroyed: false,
  contents: { mainFrame: { url: 'app://studio/index.html' } },
}));
vi.mock('electron', () => ({
  app: { isPackaged: false, getAppPath: () => '/app' },
  nativeTheme: { shouldUseDarkColors: false },
  screen: {},
  BrowserWindow: class {
    webContents = shown.contents;
    once(): void {}
    on(): void {}
    isDestroyed = (): boolean => shown.destroyed;
  },
}));
vi.mock('../../../../main/shell/log', () => ({ log: {} }));

const { MainWindow } = await import('../../../../main/shell/window');

const event = (changes: object = {}): IpcMainInvokeEvent =>
  ({ sender: shown.contents, senderFrame: shown.contents.mainFrame, ...changes }) as never;

const isSender = (asked: IpcMainInvokeEvent): boolean =>
  new MainWindow('/preload.cjs', { window: null } as PreferenceFile).isSender(asked);

beforeEach(() => {
  shown.destroyed = false;
  shown.contents.mainFrame.url = 'app://studio/index.html';
});

describe('the sender of a call', () => {
  it.each(['', '#label', '?reload=1'])('is the window at its own page%s', (rest) => {
    shown.contents.mainFrame.url += rest;
    expect(isSender(event())).toBe(true);
  });

  it.each([
    ['https://studio/index.html'],
    ['app://studio/decoder/index.html'],
    ['app://studio/index.html/other'],
    ['app://other/index.html'],
    ['about:blank'],
    [''],
  ])('is not the window at %j', (url) => {
    shown.contents.mainFrame.url = url;
    expect(isSender(event())).toBe(false);
  });

  it('is no frame inside the page, and no frame that is gone', () => {
    expect(isSender(event({ senderFrame: { url: 'app://studio/index.html' } }))).toBe(false);
    expect(isSender(event({ senderFrame: null }))).toBe(false);
  });

  it('is no other window, and not one that is closed', () => {
    expect(isSender(event({ sender: {} }))).toBe(false);
    shown.destroyed = true;
    expect(isSender(event())).toBe(false);
  });
});
