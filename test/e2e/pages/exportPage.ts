/** @file The Export view as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class ExportPage {
  readonly result: Locator;

  constructor(readonly page: Page) {
    this.result = page.getByRole('region', { name: 'Result' });
  }

  async open(): Promise<void> {
    await this.page.getByRole('navigation').getByRole('button', { name: 'Export' }).click();
  }

  /** Writes with the choices as they are, into the folder that the next dialog answers. */
  async run(): Promise<void> {
    await this.page.getByRole('button', { name: 'Choose a folder and export' }).click();
  }

  /** Both formats were written below this folder, read back, and found to answer as the window does. */
  async passed(folder: string): Promise<void> {
    await expect(this.result).toContainText(`Written to ${folder}`);
    await expect(this.result.getByText('Passed')).toHaveCount(2);
    await expect(this.result.getByText('Same first class')).toHaveCount(2);
  }
}
