/** @file The Export view as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { OneApp } from '../oneApp';

/** Two models are written, and each is asked about a hundred images. */
const EXPORTED = 120_000;

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

  /** So many formats were written below this folder, read back, and found to answer as the window does. */
  async passed(folder: string, formats = 2): Promise<void> {
    await expect(this.result).toContainText(`Written to ${folder}`, { timeout: EXPORTED });
    await expect(this.result.getByText('Passed')).toHaveCount(formats);
    await expect(this.result.getByText(/^100.% of /)).toHaveCount(formats);
  }
}

/**
 * Exports from wherever the person is, with the choices as they are, and goes back to Label.
 * @returns the folder that the formats are in
 */
export async function exported({ home, studio }: Pick<OneApp, 'home' | 'studio'>): Promise<string> {
  const models = path.join(home, 'Models');
  await fs.mkdir(models);
  await studio.answerDialog(models);
  const page = new ExportPage(studio.page);
  await page.open();
  await page.run();
  const folder = path.join(models, 'Pond model');
  await page.passed(folder);
  await studio.page.getByRole('navigation').getByRole('button', { name: 'Label' }).click();
  return folder;
}
