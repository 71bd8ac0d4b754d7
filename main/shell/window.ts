/** @file The one window: its safety settings, its place on the screen, what it is told. Runs in main. */
import { BrowserWindow, nativeTheme, screen, type IpcMainInvokeEvent } from 'electron';
import type { EventName, Events } from '../contract/calls';
import { isWindowUrl, WINDOW_URL } from './addresses';
import { nowSpoken, queryOf } from '../../strings/chosen';
import type { PreferenceFile, WindowPlace } from './preferences';
import { resource } from './places';
import { pagePreferences } from './security';

const SMALLEST = { width: 1024, height: 640 };
const USUAL = { width: 1280, height: 800 };

export class MainWindow {
  readonly #window: BrowserWindow;

  constructor(
    preload: string,
    private readonly preferences: PreferenceFile,
  ) {
    const place = visiblePlace(preferences.window);
    this.#window = new BrowserWindow({
      ...(place ?? USUAL),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#f4f4f4',
      title: 'Imprint Studio',
      // Elsewhere it is in the program itself.
      ...(process.platform === 'linux' && { icon: resource('icons', 'linux', '256x256.png') }),
      webPreferences: pagePreferences(preload),
    });
    if (place?.maximized) this.#window.maximize();
    this.#window.once('ready-to-show', () => this.#window.show());
  }

  get browserWindow(): BrowserWindow {
    return this.#window;
  }

  /** @param at what the page is to show at once */
  load(at = ''): Promise<void> {
    return this.#window.loadURL(`${WINDOW_URL}${queryOf(nowSpoken())}${at}`);
  }

  send<E extends EventName>(event: E, payload: Events[E]): void {
    if (!this.#window.isDestroyed()) this.#window.webContents.send(event, payload);
  }

  setTitle(project: string | null): void {
    this.#window.setTitle(project ? `${project} – Imprint Studio` : 'Imprint Studio');
  }

  /** Closing the window is a wish only: it stays as it is until the app ends. */
  onCloseWish(wish: () => void): void {
    this.#window.on('close', (event) => {
      event.preventDefault();
      wish();
    });
  }

  /** For the next start. */
  rememberPlace(): void {
    this.preferences.window = { ...this.#window.getNormalBounds(), maximized: this.#window.isMaximized() };
  }

  toFront(): void {
    if (this.#window.isMinimized()) this.#window.restore();
    this.#window.focus();
  }

  /** Whether an IPC event comes from this window's top frame, showing our own page. */
  isSender(event: IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame;
    if (this.#window.isDestroyed() || !frame || event.sender !== this.#window.webContents) return false;
    return frame === this.#window.webContents.mainFrame && isWindowUrl(frame.url);
  }
}

/** A remembered place only if a screen still shows it. */
function visiblePlace(place: WindowPlace | null): WindowPlace | null {
  if (!place) return null;
  const area = screen.getDisplayMatching(place).workArea;
  const seen =
    place.x < area.x + area.width &&
    place.x + place.width > area.x &&
    place.y >= area.y &&
    place.y < area.y + area.height;
  return seen ? place : null;
}
