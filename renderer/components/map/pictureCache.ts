/** @file Pictures for the map, small as they are drawn there, so that drawing one is copying it. Bounded. */

/** Longest side of a picture on the map, pixels of the page. */
export const PICTURE_SIDE = 56;
const KEPT = 800;
/** Loaded at the same time, at most. */
const AT_ONCE = 16;

export class PictureCache {
  /** In the order of their use; null while one is loading or where it could not be loaded. */
  readonly #kept = new Map<string, ImageBitmap | null>();
  readonly #queue: string[] = [];
  #loading = 0;

  /** @param density pixels of the screen per pixel of the page @param changed called when a picture is there */
  constructor(
    readonly density: number,
    private readonly changed: () => void,
  ) {}

  /** The picture of an address, or null until it is there. */
  get(address: string): ImageBitmap | null {
    const kept = this.#kept.get(address);
    if (kept === undefined) {
      this.#kept.set(address, null);
      this.#queue.push(address);
      this.#next();
      return null;
    }
    this.#kept.delete(address);
    this.#kept.set(address, kept);
    return kept;
  }

  destroy(): void {
    for (const picture of this.#kept.values()) picture?.close();
    this.#kept.clear();
    this.#queue.length = 0;
  }

  #next(): void {
    while (this.#loading < AT_ONCE) {
      // The last ones asked for are the ones in view.
      const address = this.#queue.pop();
      if (address === undefined) return;
      if (!this.#kept.has(address)) continue;
      this.#loading++;
      void this.#load(address).finally(() => {
        this.#loading--;
        this.#next();
      });
    }
  }

  async #load(address: string): Promise<void> {
    const picture = await this.#fetch(address).catch(() => null);
    if (picture === null) return;
    if (!this.#kept.has(address)) return picture.close();
    this.#kept.set(address, picture);
    this.#trim();
    this.changed();
  }

  async #fetch(address: string): Promise<ImageBitmap> {
    const image = new Image();
    image.src = address;
    await image.decode();
    const side = PICTURE_SIDE * this.density;
    const scale = Math.min(1, side / Math.max(image.naturalWidth, image.naturalHeight));
    return createImageBitmap(image, {
      resizeWidth: Math.max(1, Math.round(image.naturalWidth * scale)),
      resizeHeight: Math.max(1, Math.round(image.naturalHeight * scale)),
      resizeQuality: 'medium',
    });
  }

  #trim(): void {
    for (const [address, picture] of this.#kept) {
      if (this.#kept.size <= KEPT) return;
      this.#kept.delete(address);
      picture?.close();
    }
  }
}
