/** @file The Map view as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';

type Point = readonly [x: number, y: number];

export class MapPage {
  readonly map: Locator;
  readonly picture: Locator;
  readonly legend: Locator;

  constructor(readonly page: Page) {
    this.map = page.getByRole('application', { name: 'Map of images' });
    this.picture = this.map.getByRole('img');
    this.legend = page.getByRole('region', { name: 'Legend' });
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+2');
    await expect(this.map).toBeVisible();
  }

  /** The arrangement by likeness is there and nothing more is under way. */
  async arranged(): Promise<void> {
    await expect(this.page.getByRole('progressbar', { name: 'Arranging by likeness' })).toBeHidden();
    await expect(this.page.getByRole('button', { name: 'Arrange by likeness' })).toBeHidden();
  }

  /** Drags from one place to another, in fractions of the map, with the tool in hand. */
  async dragOver(from: Point, to: Point, held?: 'Control'): Promise<void> {
    const box = await this.map.boundingBox();
    if (!box) throw new Error('The map is not drawn.');
    const at = ([x, y]: Point): [number, number] => [
      box.x + 4 + x * (box.width - 8),
      box.y + 4 + y * (box.height - 8),
    ];
    if (held) await this.page.keyboard.down(held);
    await this.page.mouse.move(...at(from));
    await this.page.mouse.down();
    await this.page.mouse.move(...at(to), { steps: 6 });
    await this.page.mouse.up();
    if (held) await this.page.keyboard.up(held);
  }

  /** By the line below everything, which speaks of more than one. */
  async selectedCount(): Promise<number> {
    const text = await this.page.getByRole('contentinfo').textContent();
    return Number(/(\d+) selected/.exec(text ?? '')?.[1] ?? 0);
  }

  /** Draws a line around everything, with the tool in hand. */
  async lassoAll(): Promise<void> {
    const box = await this.map.boundingBox();
    if (!box) throw new Error('The map is not drawn.');
    const [left, top] = [box.x + 4, box.y + 4];
    const [right, bottom] = [box.x + box.width - 4, box.y + box.height - 4];
    await this.page.mouse.move(left, top);
    await this.page.mouse.down();
    for (const [x, y] of [
      [right, top],
      [right, bottom],
      [left, bottom],
      [left, top + 20],
    ] as const) {
      await this.page.mouse.move(x, y, { steps: 8 });
    }
    await this.page.mouse.up();
  }
}
