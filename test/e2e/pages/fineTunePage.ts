/** @file The Fine-tune view as a person finds it. */
import type { Locator, Page } from '@playwright/test';
import { expect } from '../studio';

export class FineTunePage {
  constructor(readonly page: Page) {}

  get source(): Locator {
    return this.page.getByRole('complementary', { name: 'Guesses come from' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+6');
    await expect(this.source).toBeVisible();
  }

  method(name: string): Locator {
    return this.page.getByRole('radio', { name, exact: true });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Trains and waits for what came of it. */
  async train(): Promise<void> {
    await this.page.getByRole('button', { name: /^Train/ }).click();
    await expect(this.button('Keep it')).toBeVisible({ timeout: 120_000 });
  }
}
