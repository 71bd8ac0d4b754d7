/** @file The Evaluate view as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';

export class EvaluatePage {
  constructor(readonly page: Page) {}

  get questions(): Locator {
    return this.page.getByRole('tablist', { name: 'Questions' }).getByRole('tab');
  }
  get answer(): Locator {
    return this.page.getByRole('tabpanel');
  }
  get matrix(): Locator {
    return this.page.getByRole('grid', { name: 'Confusion matrix' });
  }

  question(title: string): Locator {
    return this.questions.filter({ hasText: title });
  }

  async open(): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Views' })
      .getByRole('button', { name: 'Evaluate' })
      .click();
    await expect(this.questions.first()).toBeVisible();
  }

  async ask(title: string): Promise<void> {
    await this.question(title).click();
    await expect(this.page.getByRole('heading', { name: title })).toBeVisible();
  }
}
