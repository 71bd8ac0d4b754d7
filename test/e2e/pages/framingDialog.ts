/** @file The dialog 'What the model sees' as a person uses it, and what is dimmed in the grid. */
import type { Locator, Page } from '@playwright/test';

type Point = readonly [x: number, y: number];

export class FramingDialog {
  readonly root: Locator;
  readonly apply: Locator;
  /** Where a region is drawn. */
  readonly layer: Locator;
  readonly square: Locator;
  /** What is not dimmed, in each cell of the grid that dims anything. */
  readonly dimmed: Locator;

  constructor(readonly page: Page) {
    this.root = page.getByRole('dialog', { name: 'What the model sees' });
    this.apply = this.root.getByRole('button', { name: 'Apply' });
    this.layer = this.root.getByRole('application');
    this.square = this.root.getByRole('img', { name: /as the model gets it$/ });
    this.dimmed = page.getByRole('listbox', { name: 'Images' }).locator('.seen');
  }

  choice(name: string): Locator {
    return this.root.getByRole('radio', { name: new RegExp(`^${name}`) });
  }

  /** From one place of the picture to another, in fractions of it. */
  async drag(from: Point, to: Point): Promise<void> {
    const box = await this.layer.boundingBox();
    if (!box) throw new Error('There is nothing to draw on.');
    const at = ([x, y]: Point): [number, number] => [box.x + x * box.width, box.y + y * box.height];
    await this.page.mouse.move(...at(from));
    await this.page.mouse.down();
    await this.page.mouse.move(...at(to), { steps: 4 });
    await this.page.mouse.up();
  }

  /** How much there is to see in the square, in bytes of a PNG of it: thousands, or next to none where it is empty. */
  async detail(): Promise<number> {
    return (await this.square.screenshot({ type: 'png' })).length;
  }

  /** Width to height of every picture of the grid. */
  async shapes(): Promise<number[]> {
    const pictures = this.page.getByRole('listbox', { name: 'Images' }).locator('img');
    return pictures.evaluateAll((all: { naturalWidth: number; naturalHeight: number }[]) =>
      all.map(({ naturalWidth, naturalHeight }) => naturalWidth / naturalHeight),
    );
  }
}

/** Runs in the page: left, top, width and height in whole percent of what the element lies in. */
export function placeOf(element: unknown): number[] {
  const { style } = element as { style: Record<'left' | 'top' | 'width' | 'height', string> };
  return [style.left, style.top, style.width, style.height].map((side) => Math.round(parseFloat(side)));
}

/** Runs in the page: whether there is more of the element than is seen, across and down. */
export function overflows(element: unknown): [boolean, boolean] {
  const box = element as Record<'scrollWidth' | 'clientWidth' | 'scrollHeight' | 'clientHeight', number>;
  return [box.scrollWidth > box.clientWidth, box.scrollHeight > box.clientHeight];
}
