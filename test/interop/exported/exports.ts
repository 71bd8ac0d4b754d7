/** @file Everything that the readers are given: images, exports made once by the real program, and the readers themselves. */
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeExport, MODELS, type ModelName } from './makeExports';
import { Pages } from './pages';
import { countPhotos, fewPhotos, makePhotos } from './photos';
import { runtimes } from '../runtimes';
import { installNode, linkPackages } from './programs';

/** Keeps what was made for the next time: for whoever works on the readers. */
const kept = process.env['IMPRINT_INTEROP_EXPORTS'];

export class Exports {
  readonly home = kept ?? mkdtempSync(path.join(os.tmpdir(), 'imprint-interop-exports-'));
  readonly photos = path.join(this.home, 'photos');
  readonly few = path.join(this.home, 'few photos');
  /** `MODEL/FORMAT` with what runs TensorFlow natively, and a part of it without. */
  readonly native = path.join(this.home, 'native');
  readonly plain = path.join(this.home, 'plain');
  /** How many images there are in each. */
  images = 0;
  fewImages = 0;
  /** Why packages for Node are not there. */
  node: Error | null = null;
  /** Or why there is no browser. */
  pages: Pages | Error = new Error('no browser was opened');

  async make(): Promise<void> {
    await runtimes.install();
    this.node = await installNode().then(
      () => null,
      (error: unknown) => error as Error,
    );
    if (!existsSync(this.plain)) await this.#export();
    this.images = countPhotos(this.photos);
    this.fewImages = countPhotos(this.few);
    this.pages = await Pages.open().catch((error: unknown) => error as Error);
  }

  async #export(): Promise<void> {
    await makePhotos(this.photos);
    fewPhotos(this.photos, this.few, 2);
    for (const name of Object.keys(MODELS) as ModelName[]) await makeExport(name, this.photos, this.native);
    cpSync(path.join(this.native, 'own'), path.join(this.plain, 'own'), { recursive: true });
    if (this.node) return;
    linkPackages(this.home, this.native);
  }

  async remove(): Promise<void> {
    if (this.pages instanceof Pages) await this.pages.close();
    if (kept === undefined) rmSync(this.home, { recursive: true, force: true });
  }
}
