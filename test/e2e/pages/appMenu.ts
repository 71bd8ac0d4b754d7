/** @file The application menu, which the system draws and no test can click: its items by their words. */
import type { ElectronApplication } from '@playwright/test';

/** Chooses an item of the menu, wherever in it. */
export async function chooseMenu(app: ElectronApplication, label: string): Promise<void> {
  const found = await app.evaluate(({ Menu }, wanted) => {
    const open = [...(Menu.getApplicationMenu()?.items ?? [])];
    for (let item = open.pop(); item; item = open.pop()) {
      if (item.label === wanted) {
        (item.click as () => void)();
        return true;
      }
      open.push(...(item.submenu?.items ?? []));
    }
    return false;
  }, label);
  if (!found) throw new Error(`The menu has no '${label}'.`);
}

/** All words of the menu, lines and what the system adds left out. */
export const menuWords = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(({ Menu }) => {
    const words: string[] = [];
    const open = [...(Menu.getApplicationMenu()?.items ?? [])];
    for (let item = open.pop(); item; item = open.pop()) {
      if (item.type !== 'separator') words.push(item.label);
      open.push(...(item.submenu?.items ?? []));
    }
    return words;
  });
