/** @file What axe says of what is shown, in both themes. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './studio';

/** A script in place of axe's own where the page has that already: half a megabyte, which would be read twice for each theme. */
const NOTHING = ';';

type Options = Parameters<AxeBuilder['options']>[0];
type Theme = 'light' | 'dark';

/**
 * Which rules are run. Nothing but colours differs between the themes (renderer/styles/tokens.css): what is told of roles and names in
 * one holds in the other.
 */
const RULES: Record<Theme, Options> = {
  light: {},
  // The stricter rule of contrast is in no run that does not ask for it by its kind.
  dark: {
    runOnly: { type: 'tag', values: ['cat.color'] },
    rules: { 'color-contrast-enhanced': { enabled: false } },
  },
};

/** What axe calls serious or critical, a line each. */
async function findings(page: Page, theme: Theme): Promise<string[]> {
  const isThere = await page.evaluate<boolean>("'axe' in globalThis");
  const axe = new AxeBuilder({ page, ...(isThere && { axeSource: NOTHING }) })
    // Of what the rules found good nothing but the number is wanted, and finding words for it takes the longest.
    .options({ resultTypes: ['violations'], ...RULES[theme] })
    // The other mode opens a page, which no window of ours may do.
    .setLegacyMode(true);
  const { violations } = await axe.analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** @param view what is shown, for the message */
export async function expectAccessible(page: Page, view: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    expect(await findings(page, colorScheme), `${view}, ${colorScheme}`).toEqual([]);
  }
}
