/** @file Boxes in the image that the details show, as a person draws them. */
import { type Locator, type Page } from '@playwright/test';

export class BoxesPage {
  readonly details: Locator;

  constructor(readonly page: Page) {
    this.details = page.getByRole('complementary', { name: 'Selected image' });
  }

  /** The layer over the image, whatever its role while it is empty. */
  get layer(): Locator {
    return this.page.getByLabel(/^Boxes in /);
  }

  /** Boxes as they lie over the image. */
  get drawn(): Locator {
    return this.layer.getByRole('option');
  }

  /** The entry of a box in the list beside the image. */
  entry(number: number): Locator {
    return this.details.getByRole('button', { name: new RegExp(`^Box ${number}(,|$)`) });
  }

  /** Drags from one place to the other, fractions of the image, with what is in hand. */
  async drag(from: [number, number], to: [number, number]): Promise<void> {
    const box = await this.layer.boundingBox();
    if (!box) throw new Error('No image is shown.');
    await this.page.mouse.move(box.x + from[0] * box.width, box.y + from[1] * box.height);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + to[0] * box.width, box.y + to[1] * box.height, { steps: 6 });
    await this.page.mouse.up();
  }
}
