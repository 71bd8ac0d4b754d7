// @file Serves the window with a fake main process: `PHOTOS=folder npx vite build|preview -c test/unit/renderer/fake/vite.config.mjs`.
// Built, not served from source, so that it runs under the application's content security policy.
import { createReadStream, readdirSync } from 'node:fs';
import path from 'node:path';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";
const photos = process.env.PHOTOS ?? '';
const isPhoto = (file) => /\.(webp|jpe?g|png)$/i.test(file);

function listPhotos(folder, below = '') {
  const entries = readdirSync(path.join(folder, below), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const inner = path.posix.join(below, entry.name);
    if (entry.isDirectory()) return listPhotos(folder, inner);
    return isPhoto(entry.name) ? [{ path: inner, url: `/photo/${inner}` }] : [];
  });
}

const servePhotos = {
  name: 'serve-photos',
  configurePreviewServer(server) {
    server.middlewares.use((request, response, next) => {
      const address = decodeURIComponent((request.url ?? '').split('?')[0]);
      response.setHeader('Content-Security-Policy', POLICY);
      if (address === '/photos.json') return response.end(JSON.stringify(listPhotos(photos)));
      if (!address.startsWith('/photo/')) return next();
      const file = path.join(photos, path.normalize(address.slice('/photo/'.length)));
      response.setHeader('Cache-Control', 'max-age=3600');
      return createReadStream(file).on('error', next).pipe(response);
    });
  },
};

export default defineConfig({
  root: import.meta.dirname,
  logLevel: 'warn',
  plugins: [svelte({ configFile: false, preprocess: vitePreprocess() }), servePhotos],
  resolve: { alias: { 'node:crypto': path.join(import.meta.dirname, 'nodeCrypto.ts') } },
  build: {
    outDir: process.env.OUT ?? path.join(import.meta.dirname, '../../../../out/fake'),
    emptyOutDir: true,
    target: ['chrome108', 'es2022'],
    cssTarget: 'chrome108',
    modulePreload: false,
    assetsInlineLimit: 0,
  },
  preview: { port: 4178, strictPort: true },
});
