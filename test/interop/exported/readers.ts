/** @file Who reads what: a reader, its formats, and how it is asked. */
import path from 'node:path';
import type { ExportFormat } from '../../../main/contract/exportFormats';
import { runtimes, type Runtime } from '../runtimes';
import type { Exports } from './exports';
import type { ModelName } from './makeExports';
import { Pages } from './pages';
import { nodeCheck, pythonCheck } from './programs';
import type { Recheck } from './recheck';

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

const inPython = (name: Runtime, formats: readonly ExportFormat[]): Reader => ({
  name: () => `${runtimes.titled(name)} (Python)`,
  formats,
  missing: () => runtimes.missing(name),
  read: ({ native, photos }, folder) =>
    pythonCheck(runtimes.program(name), path.join(native, folder), photos),
});

const inNode = (name: string, formats: readonly ExportFormat[], more: Partial<Reader> = {}): Reader => ({
  name: () => `${name} (Node)`,
  formats,
  missing: ({ node }) => notThere('packages for Node', node),
  read: ({ native, photos }, folder) => nodeCheck(path.join(native, folder), photos),
  ...more,
});

type PageRead = (pages: Pages, folder: string, photos: string) => Promise<Recheck>;

const inBrowser = (name: string, formats: readonly ExportFormat[], read: PageRead, own = false): Reader => ({
  name: ({ pages }) => `${name} (${opened(pages).browserTitle})`,
  formats,
  missing: ({ node, pages }) => notThere('packages for pages', node) ?? notThere('a browser', pages),
  // Where there is no graphics card the browser computes as one would, and slowly.
  slow: true,
  read: ({ pages, native, few }, folder) => read(opened(pages), path.join(native, folder), few),
  own,
});

function opened(pages: Pages | Error): Pages {
  if (pages instanceof Error) throw pages;
  return pages;
}

const notThere = (what: string, found: unknown): string | null =>
  found instanceof Error ? `there is no ${what}: ${found.message.split('\n')[0]}` : null;

const LAYERS = ['tfjs', 'teachable-machine'] as const;
const LITE = ['tflite', 'tflite-float16'] as const;

export const READERS: readonly Reader[] = [
  inPython('tensorflow', ['savedmodel']),
  inPython('onnxruntime', ['onnx']),
  inPython('ai-edge-litert', LITE),
  inPython('tensorflow', LITE),
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
