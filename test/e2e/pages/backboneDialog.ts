/** @file The dialog 'Backbone' as a person uses it, and the banner where there is none. */
import type { Locator, Page } from '@playwright/test';

export class BackboneDialog {
  readonly root: Locator;
  readonly apply: Locator;
  readonly banner: Locator;

  constructor(private readonly page: Page) {
    this.root = page.getByRole('dialog', { name: 'Backbone' });
    this.apply = this.root.getByRole('button', { name: 'Apply' });
    this.banner = page.getByText(/of this project is not installed here/);
  }

  /** By the project's menu. */
  async open(project: string): Promise<void> {
    await this.page.getByRole('button', { name: `Project ${project}` }).click();
    await this.page.getByRole('menuitem', { name: 'Backbone…' }).click();
  }

  choice(name: string): Locator {
    return this.root.getByRole('radio', { name: new RegExp(`^${name}`) });
  }
}
