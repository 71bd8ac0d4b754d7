/**
 * @file Builds everything into out/: main, engine and preloads as CommonJS for Node 16 (what the fallback Electron
 * carries), window and decoder for Chromium 108. Exports `build()`; run by itself it builds once.
 */
import { cpSync, mkdirSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
// tfjs-node reads its own package.json at run time, so it stays outside the bundle.
const external = [
  'electron',
  '@tensorflow/tfjs-node',
  ...builtinModules,
  ...builtinModules.map((m) => `node:${m}`),
];

// Reports draw without a page and without files: the builds of Vega for browsers look for neither, nor for an optional package.
const alias = ['vega-canvas', 'vega-loader'].map((name) => ({
  find: name,
  replacement: path.join(root, `node_modules/${name}/build/${name}.browser.js`),
}));

/** @typedef {import('vite').InlineConfig} InlineConfig */

/**
 * One CommonJS file per entry: a sandboxed preload may require nothing, and a process should load one file.
 * @param {string} name
 * @param {string} entry
 * @returns {InlineConfig}
 */
function nodeBuild(name, entry) {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    resolve: { alias },
    build: {
      outDir: path.join(root, 'out/main'),
      emptyOutDir: false,
      target: 'node16',
      minify: false,
      sourcemap: true,
      ssr: path.join(root, entry),
      rollupOptions: {
        checks: { pluginTimings: false },
        external,
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external },
  };
}

/** @returns {Promise<InlineConfig>} */
async function webBuild() {
  const { svelte, vitePreprocess } = await import('@sveltejs/vite-plugin-svelte');
  return {
    configFile: false,
    root: path.join(root, 'renderer'),
    logLevel: 'warn',
    base: '/',
    plugins: [svelte({ configFile: false, preprocess: vitePreprocess() })],
    build: {
      outDir: path.join(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome108',
      cssTarget: 'chrome108',
      sourcemap: true,
      modulePreload: false,
      assetsInlineLimit: 0,
      rollupOptions: {
        checks: { pluginTimings: false },
        input: {
          index: path.join(root, 'renderer/index.html'),
          decoder: path.join(root, 'renderer/decoder/index.html'),
        },
      },
    },
  };
}

/** As it is and beside its licence (LGPL-3.0), so that whoever wants another build of it can put it there. */
function copyLibheif() {
  const target = path.join(root, 'out/renderer/libheif');
  mkdirSync(target, { recursive: true });
  for (const name of ['libheif.js', 'LICENSE'])
    cpSync(path.join(root, 'node_modules/libheif-js/libheif', name), path.join(target, name));
}

/** What exports for browsers carry; its licence lies with the samples. */
function copyTfjs() {
  const target = path.join(root, 'out/export');
  mkdirSync(target, { recursive: true });
  cpSync(path.join(root, 'node_modules/@tensorflow/tfjs/dist/tf.min.js'), path.join(target, 'tf.min.js'));
}

export const nodeEntries = {
  index: 'main/index.ts',
  preload: 'main/preload.ts',
  'decoder-preload': 'main/images/decoder/preload.ts',
  engine: 'main/engine/entry.ts',
  'map-worker': 'main/engine/map/worker.ts',
  'report-charts': 'main/reports/worker.ts',
  'export-check': 'main/exporting/checker/entry.ts',
  'try-model': 'main/ownBackbones/trying/entry.ts',
};

export async function build() {
  const { build: viteBuild } = await import('vite');
  for (const [name, entry] of Object.entries(nodeEntries)) await viteBuild(nodeBuild(name, entry));
  await viteBuild(await webBuild());
  copyLibheif();
  copyTfjs();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
