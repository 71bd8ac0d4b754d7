/** @file Draws the map: dots on one canvas, pictures, names and the pen on another above it. At most once per frame. */
import { plot, radiusOf, type Dots, type Pixels } from '../../logic/map/plot';
import { inView, levelScale, pictureLevel, withRoom } from '../../logic/map/pictures';
import { hexToRgb, pack, SpriteSheet } from '../../logic/map/sprites';
import { between, fit, type Camera, type Point, type Size } from '../../logic/map/world';
import { Overlay, type Marks } from './overlay';
import type { PictureCache } from './pictureCache';
import type { MapTheme } from './theme';

export interface Scene {
  dots: Dots;
  theme: MapTheme;
  marks: Marks;
  /** Whether pictures are wanted, and the address of a row's picture; null while it has none. */
  pictures: boolean;
  address: (row: number) => string | null;
}

/** Longer would be felt as waiting. */
const MOVE_MS = 150;

export class Painter {
  camera: Camera = { x: 0, y: 0, k: 1 };
  /** The line of a lasso or rectangle under way, pixels of the page. */
  pen: readonly Point[] = [];
  readonly #overlay: Overlay;
  readonly #context: CanvasRenderingContext2D;
  #scene: Scene | null = null;
  #size: Size = { width: 0, height: 0 };
  #image: ImageData | null = null;
  #pixels: Pixels | null = null;
  #sheet: SpriteSheet | null = null;
  #frame = 0;
  #moving: { from: Float32Array; since: number } | null = null;
  #roomy: { world: Float32Array; rows: Uint32Array; level: number; chosen: number[] } | null = null;
  /** Rows drawn as pictures in the last frame, the topmost last. */
  pictured: readonly number[] = [];

  constructor(
    private readonly base: HTMLCanvasElement,
    over: HTMLCanvasElement,
    private readonly cache: PictureCache,
  ) {
    const context = base.getContext('2d', { alpha: false });
    if (!context) throw new Error('This canvas cannot be drawn on');
    this.#context = context;
    this.#overlay = new Overlay(over, cache);
  }

  get zoom(): number {
    return this.camera.k / fit(this.#size).k;
  }

  /** Radius of a dot now, pixels of the page. */
  get radius(): number {
    return radiusOf(this.#scene?.dots.order.length ?? 0, this.zoom);
  }

  resize(size: Size): void {
    this.#size = size;
    const { density } = this.cache;
    const [width, height] = [Math.max(1, size.width * density), Math.max(1, size.height * density)].map(
      Math.round,
    );
    this.base.width = width ?? 1;
    this.base.height = height ?? 1;
    this.#overlay.resize(size);
    this.#image = this.#context.createImageData(this.base.width, this.base.height);
    this.#pixels = {
      width: this.base.width,
      height: this.base.height,
      data: new Uint32Array(this.#image.data.buffer),
    };
    // At once: an empty canvas would flicker.
    this.#draw();
  }

  /** @param animated whether dots may travel to where they are now */
  show(scene: Scene, animated: boolean): void {
    const before = this.#scene;
    if (before && before.dots.world !== scene.dots.world && animated) {
      this.#moving = { from: before.dots.world, since: performance.now() };
    }
    if (before?.theme !== scene.theme) this.#sheet = null;
    this.#scene = scene;
    this.invalidate();
  }

  invalidate(): void {
    if (this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
  }

  #draw(): void {
    const [scene, pixels, image] = [this.#scene, this.#pixels, this.#image];
    if (!scene || !pixels || !image) return;
    const world = this.#worldNow(scene);
    const pictured = this.#pictures(scene, world);
    const skipped = new Uint8Array(scene.dots.shapes.length);
    const { density } = this.cache;
    const drawn = pictured.filter((row) => {
      const address = scene.address(row);
      return address !== null && this.cache.get(address) !== null;
    });
    for (const row of drawn) skipped[row] = 1;
    const { camera } = this;
    const fine = { x: camera.x * density, y: camera.y * density, k: camera.k * density };
    pixels.data.fill(pack(scene.theme.rgb.ground));
    plot(pixels, fine, { ...scene.dots, world }, this.#sheetFor(scene, this.radius * density), skipped);
    this.#context.putImageData(image, 0, 0);
    this.#overlay.draw(scene, world, camera, drawn, this.radius, this.pen);
    this.pictured = drawn;
  }

  #worldNow({ dots }: Scene): Float32Array {
    if (!this.#moving) return dots.world;
    const part = (performance.now() - this.#moving.since) / MOVE_MS;
    if (part >= 1) this.#moving = null;
    else this.invalidate();
    // Slower at both ends.
    return this.#moving ? between(this.#moving.from, dots.world, part * part * (3 - 2 * part)) : dots.world;
  }

  #pictures(scene: Scene, world: Float32Array): number[] {
    const rows = scene.dots.order;
    const level = pictureLevel(rows.length, this.zoom);
    if (!scene.pictures || level === null || this.#moving) return [];
    const known = this.#roomy;
    if (known?.world !== world || known.level !== level || known.rows.length !== rows.length) {
      const chosen = withRoom(world, rows, levelScale(level, fit(this.#size).k));
      this.#roomy = { world, rows, level, chosen };
    }
    return inView(world, this.#roomy?.chosen ?? [], this.camera, this.#size);
  }

  #sheetFor({ theme }: Scene, radius: number): SpriteSheet {
    if (this.#sheet?.radius !== radius) {
      this.#sheet = new SpriteSheet(theme.palette.map(hexToRgb), radius, theme.rgb);
    }
    return this.#sheet;
  }
}
