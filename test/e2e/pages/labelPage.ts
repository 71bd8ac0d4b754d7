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

  /** Cells that are selected, among those that are drawn. */
  get selected(): Locator {
    return this.page.getByRole('option', { selected: true });
  }

  /** The cell that keys act on. */
  async focused(): Promise<Locator> {
    return this.page.locator(`[id="${await this.grid.getAttribute('aria-activedescendant')}"]`);
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
      await (await this.find(file)).click(i === 0 ? {} : { modifiers: ['Control'] });
  }

  /** All from one file to another in the order of the list: two clicks, whatever lies between. */
  async selectRange(first: string, last: string): Promise<void> {
    await (await this.find(first)).click();
    await (await this.find(last)).click({ modifiers: ['Shift'] });
  }

  /** The cell of a file wherever it is in the list: only what is near the view is drawn. */
  async find(file: string): Promise<Locator> {
    const cell = this.cell(file);
    const isDrawn = async (): Promise<boolean> => (await cell.count()) > 0;
    if ((await isDrawn()) || (await this.#scroll(isDrawn))) return cell;
    throw new Error(`${file} is not in the list.`);
  }

  /** The names of all cells of the list, by file. */
  async names(): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const cells = this.page.getByRole('option');
    await this.#scroll(async () => {
      const names = await cells.evaluateAll((all: { ariaLabel: string | null }[]) =>
        all.map(({ ariaLabel }) => ariaLabel ?? ''),
      );
      for (const name of names) found.set(name.split(',')[0] ?? '', name);
      return false;
    });
    return found;
  }

  /** Scrolls from the top to the end of the list, one view at a time, until `isDone`. @returns whether it was */
  async #scroll(isDone: () => Promise<boolean>): Promise<boolean> {
    for (let page = 0, more = true; more; page++) {
      more = await this.grid.evaluate(scrollToPage, page);
      if (await isDone()) return true;
    }
    return false;
  }

  /** Every image has been read and the last change is on the disk. */
  async settled(): Promise<void> {
    await expect(this.status).toContainText(/[1-9][\d,]* images? read/, { timeout: 120_000 });
    await expect(this.status).toContainText('Saved');
  }
}

/** Runs in the page. @returns whether there is more below, once what is there now has been drawn */
async function scrollToPage(element: unknown, page: number): Promise<boolean> {
  const grid = element as { scrollTop: number; clientHeight: number; scrollHeight: number };
  const { requestAnimationFrame: frame } = globalThis as unknown as {
    requestAnimationFrame: (drawn: () => void) => void;
  };
  grid.scrollTop = page * grid.clientHeight;
  await new Promise<void>((done) => frame(() => frame(() => frame(done))));
  return grid.scrollTop + grid.clientHeight < grid.scrollHeight - 1;
}
