/** @file The panel of classes as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class ClassPanel {
  readonly panel: Locator;

  constructor(readonly page: Page) {
    this.panel = page.getByRole('complementary', { name: 'Classes' });
  }

  /** The button that a class is: its name says key and counts. */
  row(name: string): Locator {
    return this.panel.getByRole('button', { name: new RegExp(`^${name}, `) });
  }

  /** The names of all classes, in their order. */
  async names(): Promise<string[]> {
    const rows = await this.panel.getByRole('button', { name: /, \d+ labelled, / }).all();
    const labels = await Promise.all(rows.map((row) => row.getAttribute('aria-label')));
    return labels.map((label) => label?.split(',')[0] ?? '');
  }

  /** As the window draws it. */
  colour(name: string): Promise<string> {
    const swatch = this.row(name).locator('.swatch');
    return swatch.evaluate((element) => {
      const styles = globalThis as unknown as {
        getComputedStyle: (of: unknown) => { backgroundColor: string };
      };
      return styles.getComputedStyle(element).backgroundColor;
    });
  }

  /** Chooses in the menu of a class, step by step through its submenus. */
  async choose(name: string, ...steps: string[]): Promise<void> {
    await this.row(name).click({ button: 'right' });
    for (const [i, step] of steps.entries()) {
      // A class in a menu is read out with its key before its name.
      const item = this.page.getByRole('menuitem', { name: new RegExp(`^(\\S )?${step}$`) });
      // A submenu opens by its key as well, and without waiting for the pointer to rest.
      if (i < steps.length - 1) await item.press('ArrowRight');
      else await item.click();
    }
  }

  async rename(name: string, to: string): Promise<void> {
    await this.choose(name, 'Rename F2');
    await this.panel.getByRole('textbox', { name: `New name of ${name}` }).fill(to);
    await this.page.keyboard.press('Enter');
  }

  /** Answers the question that is asked before something large. */
  async confirm(question: string, answer: string): Promise<void> {
    const dialog = this.page.getByRole('alertdialog', { name: question });
    await dialog.getByRole('button', { name: answer }).click();
    await expect(dialog).toBeHidden();
  }
}
