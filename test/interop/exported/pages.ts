/** @file The page of an export in a real browser, from a plain static server, and Teachable Machine's own library on its model. */
import { existsSync, createReadStream, readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { openBrowser, type Browser } from './browser';
import { nodePackages } from './programs';
import type { Recheck } from './recheck';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.mjs': 'text/javascript',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** tf.min.js as it lies in an export, or of another version. */
export const LIBRARIES = {
  'tfjs 4.22.0': null,
  'tfjs 1.3.1': 'tfjs-1.3.1/dist/tf.min.js',
} as const;
export type Library = keyof typeof LIBRARIES;

export class Pages {
  private constructor(
    private readonly browser: Browser,
    private readonly server: Server,
    /** What is served now, by its name: a folder, and files in place of some of it. */
    private served: { folder: string; instead: Record<string, string> },
  ) {}

  static async open(): Promise<Pages> {
    const browser = await openBrowser();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const pages = new Pages(browser, server, { folder: '', instead: {} });
    server.on('request', (request, response) => {
      const name = path.basename(new URL(request.url ?? '', 'http://localhost').pathname);
      const file = pages.served.instead[name] ?? path.join(pages.served.folder, name);
      if (!existsSync(file)) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream' });
      return createReadStream(file).pipe(response);
    });
    return pages;
  }

  get browserTitle(): string {
    return this.browser.title;
  }

  /** The check of the page of an export. */
  async sampleCheck(folder: string, photos: string, library: Library): Promise<Recheck> {
    const other = LIBRARIES[library];
    return this.#with(folder, other ? { 'tf.min.js': path.join(nodePackages, other) } : {}, async (page) => {
      await page.goto(this.#address('sample.html'));
      await page.getByText('The model is ready').waitFor({ timeout: 120_000 });
      await page.getByText('Does it answer as the app did?').click();
      await page.locator('#check').setInputFiles(photos);
      const found = page.locator('#found[data-result]');
      await found.waitFor({ timeout: 240_000 });
      return JSON.parse((await found.getAttribute('data-result'))!) as Recheck;
    });
  }

  /**
   * The check by `@teachablemachine/image`.
   * @param whole give it the files as they are, which it crops and scales itself; otherwise what the model was made for
   */
  async libraryCheck(folder: string, photos: string, whole: boolean): Promise<Recheck> {
    const instead = {
      'teachable.html': path.join(import.meta.dirname, 'teachable.html'),
      'teachable.mjs': path.join(import.meta.dirname, 'teachable.mjs'),
      'tf.min.js': path.join(nodePackages, LIBRARIES['tfjs 1.3.1']),
      'teachablemachine-image.min.js': path.join(
        nodePackages,
        '@teachablemachine/image/dist/teachablemachine-image.min.js',
      ),
    };
    return this.#with(folder, instead, async (page) => {
      await page.goto(this.#address(`teachable.html${whole ? '?whole' : ''}`));
      await page.locator('#ready').waitFor({ timeout: 120_000 });
      await page.locator('input').setInputFiles(filesBelow(photos));
      const found = page.locator('output[data-result]');
      await found.waitFor({ state: 'attached', timeout: 240_000 });
      return JSON.parse((await found.getAttribute('data-result'))!) as Recheck;
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }

  #address(name: string): string {
    return `http://localhost:${(this.server.address() as AddressInfo).port}/${name}`;
  }

  #with<T>(folder: string, instead: Record<string, string>, use: (page: Page) => Promise<T>): Promise<T> {
    this.served = { folder, instead };
    return this.browser.with(use);
  }
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
