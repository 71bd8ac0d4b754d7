/**
 * @file A person at the real window: presses keys, and looks. The app runs as it always does, and no debugger is attached
 * (Playwright's makes every fetch of a page several times dearer): keys go in where the system's would, and the page is
 * asked by `executeJavaScript`. Runs in main, in the app's own process.
 */
import { BrowserWindow, dialog } from 'electron';
import { PersonError } from '../../contract/errors';
import { openApp } from '../../app';
import { isWindowUrl } from '../../shell/addresses';
import { DRAWN } from '../bench/pageScripts';
import { Announced } from './announced';

type Modifier = 'control' | 'shift';

export class Person {
  readonly announced: Announced;

  private constructor(readonly window: BrowserWindow) {
    this.announced = new Announced(window.webContents);
  }

  /** @param probe the page's side, as text */
  static async atTheApp(probe: string): Promise<Person> {
    await openApp();
    const isOurs = (one: BrowserWindow): boolean => isWindowUrl(one.webContents.getURL());
    const window = BrowserWindow.getAllWindows().find(isOurs);
    if (!window) throw new PersonError('The window did not open.');
    const person = new Person(window);
    await person.run(DRAWN);
    await person.run(probe);
    window.focus();
    window.webContents.focus();
    return person;
  }

  run(script: string): Promise<unknown> {
    return this.window.webContents.executeJavaScript(script);
  }

  /** Asks the probe, such as `scroll(1500, 4000)`. */
  ask(call: string): Promise<unknown> {
    return this.run(`probe.${call}`);
  }

  press(keyCode: string, ...modifiers: Modifier[]): void {
    const { webContents } = this.window;
    webContents.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
    if (modifiers.length === 0) webContents.sendInputEvent({ type: 'char', keyCode });
    webContents.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
  }

  async type(text: string): Promise<void> {
    await this.window.webContents.insertText(text);
  }

  /** Opens a folder by its key. @returns when the person had chosen it, ms since 1970 */
  openFolder(folder: string): Promise<number> {
    return new Promise((resolve) => {
      dialog.showOpenDialog = () => {
        resolve(performance.timeOrigin + performance.now());
        return Promise.resolve({ canceled: false, filePaths: [folder] });
      };
      this.press('o', 'control');
    });
  }
}

export const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
