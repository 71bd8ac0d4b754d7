/** @file What axe says of what is shown, in both themes. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './studio';

/** What axe calls serious or critical, a line each. */
async function findings(page: Page): Promise<string[]> {
  // The other mode opens a page, which no window of ours may do.
  // All rules are run; of what they found good nothing but the number is wanted, and finding words for it takes the longest.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode(true);
  const { violations } = await axe.analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** @param view what is shown, for the message */
export async function expectAccessible(page: Page, view: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findings(page), `${view}, ${colorScheme}`).toEqual([]);
  }
}
