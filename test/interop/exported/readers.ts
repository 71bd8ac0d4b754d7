/** @file Who reads what: a reader, its formats, and how it is asked. */
import path from 'node:path';
import type { ExportFormat } from '../../../main/contract/exportFormats';
import type { Exports } from './exports';
import type { ModelName } from './makeExports';
import type { Pages } from './pages';
import { nodeCheck, pythonCheck, type PythonPackage } from './programs';
import type { Recheck } from './table';

export interface Reader {
  /** With its version, where that is known only once it is installed. */
  name(exports: Exports): string;
  formats: readonly ExportFormat[];
  /** Why it cannot be asked; null where it can. */
  missing(exports: Exports): string | null;
  /** @param folder `MODEL/FORMAT` */
  read(exports: Exports, folder: string): Promise<Recheck>;
  /** It takes seconds for an image, and is given a few. */
  slow?: boolean;
  /** The one model that it is asked about. */
  only?: ModelName;
  /** It crops and scales images itself, which is no fault of the model: its figures are told, and held to nothing. */
  own?: boolean;
}

function inPython(name: PythonPackage, formats: readonly ExportFormat[], without?: string): Reader {
  return {
    name: ({ python }) => `${name} ${String(python.get(name))} (Python)`,
    formats,
    missing: ({ python }) => notThere(name, python.get(name)),
    read: ({ native, photos }, folder) => pythonCheck(path.join(native, folder), photos, without),
  };
}

const inNode = (name: string, formats: readonly ExportFormat[], more: Partial<Reader> = {}): Reader => ({
  name: () => `${name} (Node)`,
  formats,
  missing: ({ node }) => notThere('a package for Node', node),
  read: ({ native, photos }, folder) => nodeCheck(path.join(native, folder), photos),
  ...more,
});

type PageRead = (pages: Pages, folder: string, photos: string) => Promise<Recheck>;

function inBrowser(name: string, formats: readonly ExportFormat[], read: PageRead, own = false): Reader {
  return {
    name: ({ pages }) => `${name} (${pages?.version})`,
    formats,
    missing: ({ node, pages }) =>
      notThere('a package for pages', node) ?? (pages ? null : 'there is no Chromium, so no page was tried'),
    // Where there is no graphics card the browser computes as one would, and slowly.
    slow: true,
    read: ({ pages, native, few }, folder) => read(pages!, path.join(native, folder), few),
    own,
  };
}

const notThere = (name: string, found: string | Error | null | undefined): string | null =>
  found instanceof Error ? `${name} did not install: ${found.message.split('\n')[0]}` : null;

const LAYERS = ['tfjs', 'teachable-machine'] as const;
const LITE = ['tflite', 'tflite-float16'] as const;

export const READERS: readonly Reader[] = [
  inPython('tensorflow', ['savedmodel']),
  inPython('onnxruntime', ['onnx']),
  inPython('ai-edge-litert', LITE),
  inPython('tensorflow', LITE, 'ai_edge_litert'),
  inNode('tfjs-node 4.22.0', [...LAYERS, 'savedmodel']),
  inNode('onnxruntime-node 1.30.0', ['onnx']),
  inNode('tfjs 4.22.0', LAYERS, {
    slow: true,
    only: 'own',
    read: ({ plain, few }, folder) => nodeCheck(path.join(plain, folder), few),
  }),
  inBrowser('tfjs 4.22.0', LAYERS, (pages, folder, photos) =>
    pages.sampleCheck(folder, photos, 'tfjs 4.22.0'),
  ),
  inBrowser('tfjs 1.3.1', LAYERS, (pages, folder, photos) => pages.sampleCheck(folder, photos, 'tfjs 1.3.1')),
  inBrowser('@teachablemachine/image 0.8.5', ['teachable-machine'], (pages, folder, photos) =>
    pages.libraryCheck(folder, photos, false),
  ),
  inBrowser(
    '@teachablemachine/image 0.8.5, its own crop and scaling',
    ['teachable-machine'],
    (pages, folder, photos) => pages.libraryCheck(folder, photos, true),
    true,
  ),
];
