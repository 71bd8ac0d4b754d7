/**
 * @file A project of real photos with real embeddings, and exports of it. For tests. The photos are scaled by sharp,
 * which is not the app's decoder; what matters here is that model and engine see the same pixels.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DescribedBackbone } from '../../../../../main/engine/backbone/described';
import { tf } from '../../../../../main/engine/backbone/tensorflow';
import { readGraph } from '../../../../../main/engine/backbone/weights';
import { PreparedExport } from '../../../../../main/engine/export/preparedExport';
import { readConstants } from '../../../../../main/engine/guessing/constants';
import { EmbeddingMatrix } from '../../../../../main/engine/guessing/embeddings';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import { tensorScorer } from '../../../../../main/engine/guessing/tensorScorer';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { BACKBONE, type FolderOf } from '../backbone/support';
import { allPixels, CLASSES, PER_CLASS, photos, readPhoto } from './samplePhotos';

export { CLASSES, PER_CLASS, photos };

export const pixelsOf = async (file: string): Promise<Uint8Array> => (await readPhoto(file)).pixels;

/** Per class the numbers of images that teach, and the name. */
export interface Teaching {
  shots: number[];
  names?: string[];
  settings?: Partial<Lesson['settings']>;
  /** Which class is the background. */
  background?: number;
}

export function lessonOf({ shots, names = CLASSES, settings, background }: Teaching): Lesson {
  return {
    revision: 1,
    classes: shots.map((_, c) => ({
      ...{ id: `c${c}`, name: names[c]! },
      kind: c === background ? 'background' : 'class',
    })),
    samples: shots.flatMap((count, c) =>
      Array.from({ length: count }, (_, i) => {
        const index = c * PER_CLASS + i;
        return { index, class: c, group: `photo ${index}`, bulk: false };
      }),
    ),
    checks: [],
    settings: { base: 'none', join: 'replace', balanced: true, ...settings },
  };
}

export const about = {
  name: 'Garden',
  version: '1.2.3',
  createdAt: '2026-01-02T03:04:05.000Z',
  framing: { kind: 'stretch' } as const,
  boxes: false,
  manifest: { sha256: 'a'.repeat(64), items: 14 },
};

export class PhotoProject {
  private constructor(
    readonly pixels: readonly Uint8Array[],
    readonly guesser: Guesser,
    private readonly source: ConstructorParameters<typeof PreparedExport>[0]['backbone'],
    private readonly cache: string,
    private readonly backbone: DescribedBackbone,
  ) {}

  static async make(folderOf: FolderOf = () => BACKBONE): Promise<PhotoProject> {
    const cache = await mkdtemp(path.join(tmpdir(), 'imprint-export-'));
    const dir = await folderOf(cache);
    const backbone = await DescribedBackbone.load(dir, path.join(cache, 'models'));
    const [constants, pixels] = [await readConstants(dir), await allPixels(backbone.inputSize)];
    const { dimension } = constants;
    const matrix = new EmbeddingMatrix(dimension);
    const { embeddings } = backbone.embed(pixels);
    pixels.forEach((_, i) => matrix.set(i, embeddings.subarray(i * dimension, (i + 1) * dimension)));
    const guesser = new Guesser(matrix, constants, tensorScorer(tf));
    const { description } = backbone;
    const graph = await readGraph(dir, description);
    return new PhotoProject(
      pixels,
      guesser,
      { graph, description, labels: constants.labels, licenceText: null },
      cache,
      backbone,
    );
  }

  async prepare(teaching: Teaching): Promise<PreparedExport> {
    const study = await this.guesser.study(lessonOf(teaching));
    if (!study) throw new Error('nothing was taught');
    return new PreparedExport({ study, about, backbone: this.source });
  }

  async dispose(): Promise<void> {
    this.backbone.dispose();
    await rm(this.cache, { recursive: true });
  }
}
