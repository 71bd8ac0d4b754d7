/**
 * @file Starts the decoder in the real Electron, alone: main.ts built on the spot, the page and its preload from out/.
 */
import { test as base, _electron, type ElectronApplication } from '@playwright/test';
import fs from 'node:fs';
import { builtinModules } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import type { DecodeRequest } from '../../../main/images/decoder/decoder';
import type { Box } from '../../../main/contract/model';
import type { View } from '../../../main/images/decoder/protocol';
import { electronBinary } from '../../../scripts/setup/paths.mjs';
import type { Outcome } from './main';

const root = path.resolve(import.meta.dirname, '../../..');
const out = process.env['IMPRINT_OUT'] ?? path.join(root, 'out');

export type DecodeOptions = Partial<Omit<DecodeRequest, 'url'>>;

export class DecoderApp {
  constructor(readonly app: ElectronApplication) {}

  /** Longest time on a file, milliseconds, from here on. */
  async setTimeout(milliseconds: number): Promise<void> {
    await this.app.evaluate((_electron, value) => (globalThis.decoderTest.timeout = value), milliseconds);
  }

  decode(file: string, options: DecodeOptions = {}): Promise<Outcome> {
    return this.app.evaluate((_electron, [each, rest]) => globalThis.decoderTest.decode(each, rest), [
      file,
      options,
    ] as const);
  }

  thumbnail(file: string, longest: number): Promise<Uint8Array> {
    return this.#jpeg(file, longest);
  }

  view(file: string, longest: number, region: Box | null): Promise<Uint8Array> {
    return this.#jpeg(file, longest, { region });
  }

  boxes(file: string, boxes: Box[], inputSize: number): Promise<{ input: string; thumbnail: string }[]> {
    return this.app.evaluate(
      (_electron, [each, all, size]) => globalThis.decoderTest.boxes(each, all, size),
      [file, boxes, inputSize] as const,
    );
  }

  async #jpeg(file: string, longest: number, shown?: View): Promise<Uint8Array> {
    const base64 = await this.app.evaluate(
      (_electron, [each, size, view]) => globalThis.decoderTest.thumbnail(each, size, view),
      [file, longest, shown] as const,
    );
    return new Uint8Array(Buffer.from(base64, 'base64'));
  }

  /** Why windows were given up so far. */
  ends(): Promise<string[]> {
    return this.app.evaluate(() => globalThis.decoderTest.ends);
  }

  chromium(): Promise<number> {
    return this.app.evaluate(() => parseInt(process.versions['chrome'] ?? '0', 10));
  }

  /** Process id of the decoder's window. */
  pid(): Promise<number> {
    return this.app.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    );
  }
}

/** An app folder with main.ts as its main process. */
async function buildMain(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'imprint-decoder-'));
  const external = ['electron', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      target: 'node16',
      minify: false,
      ssr: path.join(import.meta.dirname, 'main.ts'),
      rollupOptions: { external, output: { format: 'cjs', entryFileNames: 'main.cjs' } },
    },
    ssr: { noExternal: true, external },
  });
  fs.writeFileSync(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'decoder-test', main: 'main.cjs' }),
  );
  return folder;
}

export const test = base.extend<object, { decoder: DecoderApp }>({
  decoder: [
    async ({}, use) => {
      const folder = await buildMain();
      const env = { ...(process.env as Record<string, string>), IMPRINT_OUT: out };
      const args = [folder, `--user-data-dir=${path.join(folder, 'user')}`];
      try {
        // Otherwise it is Playwright's to remove, whose worker may end before.
        const artifactsDir = path.join(folder, 'artifacts');
        const app = await _electron.launch({ executablePath: electronBinary(), args, env, artifactsDir });
        await use(new DecoderApp(app));
        await app.close();
      } finally {
        fs.rmSync(folder, { recursive: true, force: true });
      }
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
