/**
 * @file The embeddings of one project that are kept on disk: of its images as they are seen under its framing, and of its boxes.
 * Runs in the engine process.
 */
import path from 'node:path';
import type { Framing } from '../../contract/model';
import { DECODER_VERSION, type InputMessage } from '../../images/decoder/protocol';
import { BOX_MARGIN } from '../../images/decoder/regions';
import type { BackboneFacts, EngineCalls } from '../protocol';
import { forgetSpaces } from './forgetSpaces';
import type { Strangers } from './forgetting';
import { embeddingHash } from './key';
import { EmbeddingStore } from './store';

export interface EmbeddingsPlace {
  /** Folder of the project's embeddings. */
  sidecar: string;
  framing: Framing;
  /** Nothing is written: another window has the project open. */
  readOnly: boolean;
}

/** What of an image is seen: by the project's framing, or, for boxes, the box and its margin whatever the framing. */
type Seen = Framing | { kind: 'box'; margin: number };
const BOXES: Seen = { kind: 'box', margin: BOX_MARGIN };

/** Everything that an embedding depends on besides the file's bytes and, for a box, its place. */
const spaceOf = (backbone: string, framing: Seen): string =>
  JSON.stringify({ backbone, decoder: DECODER_VERSION, framing });

export class ProjectEmbeddings {
  /** Framing that embeddings are kept for: what was decoded under another one is refused. */
  readonly #framing: string;

  private constructor(
    private readonly images: EmbeddingStore,
    private readonly boxes: EmbeddingStore,
    framing: Framing,
  ) {
    this.#framing = JSON.stringify(framing);
  }

  static async open(
    { sidecar, framing, readOnly }: EmbeddingsPlace,
    { hash, dimension }: BackboneFacts,
    onProblem: (sentence: string) => void,
  ): Promise<ProjectEmbeddings> {
    const open = (seen: Seen): Promise<EmbeddingStore> =>
      EmbeddingStore.open(sidecar, { dimension, space: spaceOf(hash, seen), readOnly, onProblem });
    const boxes = await open(BOXES);
    return new ProjectEmbeddings(await open(framing), boxes, framing);
  }

  /** How many embeddings are kept. */
  get size(): number {
    return this.images.size + this.boxes.size;
  }

  /** A copy of the embedding, [dimension]; null where there is none. A box's key is no image's: each is in one file at most. */
  read(hash: string): Float32Array | null {
    return this.images.read(hash) ?? this.boxes.read(hash);
  }

  /** Boxes look the same under every framing. What was made for another framing is late. */
  isWanted({ hash, box, framing }: InputMessage): boolean {
    if (box === null && JSON.stringify(framing) !== this.#framing) return false;
    return !(box === null ? this.images : this.boxes).has(embeddingHash(hash, box));
  }

  /** Keeps embeddings of images and boxes. @throws as `EmbeddingStore.append` */
  append(made: readonly (Pick<InputMessage, 'hash' | 'box'> & { values: Float32Array })[]): void {
    const keyed = made.map(({ hash, box, values }) => ({ box, hash: embeddingHash(hash, box), values }));
    this.images.append(keyed.filter(({ box }) => box === null));
    this.boxes.append(keyed.filter(({ box }) => box !== null));
  }

  /** See `forgetSpaces`. */
  forget(keep: readonly string[], really: boolean): Promise<Strangers> {
    return forgetSpaces({ folder: path.dirname(this.images.path), keep, really }, [this.images, this.boxes]);
  }

  /** @throws the system's error where not everything is on the disk that should be. */
  async close(): Promise<void> {
    await Promise.all([this.images.close(), this.boxes.close()]);
  }
}

/** See `EngineCalls.keptFor`. @param loaded what is asked about unless told; null: none could be loaded */
export async function keptFor(
  { sidecar, framing, backbone }: Parameters<EngineCalls['keptFor']>[0],
  loaded: BackboneFacts | null,
): Promise<string[]> {
  const asked = backbone ?? loaded;
  if (!asked) return [];
  const kept = async (seen: Seen): Promise<string[]> => {
    const space = spaceOf(asked.hash, seen);
    const store = await EmbeddingStore.open(sidecar, { dimension: asked.dimension, space, readOnly: true });
    const hashes = store.hashes();
    await store.close();
    return hashes;
  };
  return [...(await kept(framing)), ...(backbone ? await kept(BOXES) : [])];
}
