/** @file The dialog 'Add a model of your own' as a person uses it. */
import type { Locator, Page } from '@playwright/test';

export class AddBackboneDialog {
  readonly root: Locator;
  readonly choose: Locator;
  readonly another: Locator;
  readonly compare: Locator;
  readonly try: Locator;
  readonly keep: Locator;
  readonly cancel: Locator;
  readonly name: Locator;
  readonly licence: Locator;
  readonly trouble: Locator;

  constructor(private readonly page: Page) {
    this.root = page.getByRole('dialog', { name: 'Add a model of your own' });
    this.choose = this.root.getByRole('button', { name: 'Choose its folder…' });
    this.another = this.root.getByRole('button', { name: 'Choose another folder…' });
    this.compare = this.root.getByRole('button', { name: /^Compare/ });
    this.try = this.root.getByRole('button', { name: /^Try/ });
    this.keep = this.root.getByRole('button', { name: 'Add to the list' });
    this.cancel = this.root.getByRole('button', { name: 'Cancel' });
    this.name = this.root.getByLabel('Name');
    this.licence = this.root.getByLabel('Licence');
    this.trouble = this.root.getByRole('alert');
  }

  /** By the dialog 'Backbone', which is open. */
  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Add a model of your own…' }).click();
  }

  output(name: string): Locator {
    return this.root.getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  /** What a trial found alike. */
  get alike(): Locator {
    return this.root.getByRole('heading', { name: 'What it finds alike' });
  }
}
