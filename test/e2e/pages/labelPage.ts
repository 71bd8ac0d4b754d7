/** @file The Label view as a person uses it: cells and classes by their names, labels by keys. */
import { expect, type Locator, type Page } from '@playwright/test';

export class LabelPage {
  readonly grid: Locator;
  readonly classes: Locator;
  /** The line below everything: reading, counts, saved. */
  readonly status: Locator;

  constructor(readonly page: Page) {
    this.grid = page.getByRole('listbox', { name: /images/i });
    this.status = page.getByRole('contentinfo');
    this.classes = page.getByRole('complementary', { name: 'Classes' });
  }

  /** The cell of a file, whatever else its name says. */
  cell(file: string): Locator {
    const literal = file.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return this.page.getByRole('option', { name: new RegExp(`(^|/)${literal}(,|$)`) });
  }

  labelled(name: string): Locator {
    return this.page.getByRole('option', { name: `labelled ${name}` });
  }

  guessed(name: string): Locator {
    return this.page.getByRole('option', { name: new RegExp(`guess ${name}\\b`) });
  }

  /** Makes a class of the images that are selected; without a selection an empty one. */
  async newClass(name: string): Promise<void> {
    await this.page.getByRole('button', { name: 'New class' }).click();
    await this.page.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.page.keyboard.press('Enter');
  }

  async select(...files: string[]): Promise<void> {
    for (const [i, file] of files.entries())
      await this.cell(file).click(i === 0 ? {} : { modifiers: ['Control'] });
  }

  /** Every image has been read and the last change is on the disk. */
  async settled(): Promise<void> {
    await expect(this.status).toContainText('images read', { timeout: 30_000 });
    await expect(this.status).toContainText('Saved');
  }
}
