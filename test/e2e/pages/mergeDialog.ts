/** @file The dialog that shows another person's labels before they are taken over. */
import type { Locator, Page } from '@playwright/test';
import type { OneApp } from '../oneApp';

export class MergeDialog {
  readonly dialog: Locator;
  readonly facts: Locator;
  readonly conflicts: Locator;

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: /^Take over labels from/ });
    this.facts = this.dialog.getByRole('list', { name: 'What changes' }).getByRole('listitem');
    this.conflicts = this.dialog.getByRole('list', { name: 'Conflicts' }).getByRole('listitem');
  }

  button(name: string): Locator {
    return this.dialog.getByRole('button', { name, exact: true });
  }
}

/** Chooses the project of the other person from the menu of the open one. */
export async function compareWith(app: OneApp, project: string): Promise<MergeDialog> {
  const { page } = app.studio;
  await app.studio.answerDialog(project);
  await page.getByRole('button', { name: /^Project / }).click();
  await page.getByRole('menuitem', { name: 'Take over another person’s labels…' }).click();
  return new MergeDialog(page);
}
