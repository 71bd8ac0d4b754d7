/**
 * @file The open project as the engine knows it: which row holds which content, the embeddings kept on disk, and the
 * guesser over them. Runs in the engine process.
 */
import type { Framing } from '../contract/model';
import { DECODER_VERSION, type InputMessage } from '../images/decoder/protocol';
import type { Backbone } from './backbone/backbone';
import { backboneHash } from './backbone/description';
import { EmbeddingStore } from './embeddings/store';
import type { BackboneConstants } from './guessing/constants';
import { EmbeddingMatrix } from './guessing/embeddings';
import { Guesser } from './guessing/guesser';
import type { Scorer } from './guessing/scorer';
import { Maps, type MapsParts } from './map/maps';

export interface EngineParts {
  backbone: Backbone;
  constants: BackboneConstants;
  scorer: Scorer;
  onProblem: (sentence: string) => void;
  map: Pick<MapsParts, 'squares' | 'layOut' | 'show' | 'problem'>;
}

export interface ProjectPlace {
  /** Folder of the project's embeddings. */
  sidecar: string;
  framing: Framing;
  /** Nothing is written: another window has the project open. */
  readOnly: boolean;
}

/** Everything that an embedding depends on besides the file's bytes. */
export function embeddingSpace(backbone: string, framing: Framing): string {
  return JSON.stringify({ backbone, decoder: DECODER_VERSION, framing });
}

export class OpenProject {
  readonly guesser: Guesser;
  readonly matrix: EmbeddingMatrix;
  readonly maps: Maps;
  /** Framing that embeddings are kept for: what was decoded under another one is refused. */
  readonly #framing: string;

  private constructor(
    private readonly store: EmbeddingStore,
    framing: Framing,
    { constants, scorer, map }: EngineParts,
  ) {
    this.#framing = JSON.stringify(framing);
    this.matrix = new EmbeddingMatrix(constants.dimension);
    this.guesser = new Guesser(this.matrix, constants, scorer);
    const idle = (): Promise<void> => this.guesser.idle();
    this.maps = new Maps({ matrix: this.matrix, scorer, idle, ...map });
  }

  static async open({ sidecar, framing, readOnly }: ProjectPlace, parts: EngineParts): Promise<OpenProject> {
    const { backbone, constants, onProblem } = parts;
    const space = embeddingSpace(backboneHash(backbone.description), framing);
    const { dimension } = constants;
    const store = await EmbeddingStore.open(sidecar, { dimension, space, readOnly, onProblem });
    return new OpenProject(store, framing, parts);
  }

  /** How many embeddings are kept. */
  get kept(): number {
    return this.store.size;
  }

  /** @returns the rows whose content has no embedding yet */
  setItems(rows: { index: number; hash: string | null }[]): { missing: number[] } {
    const missing: number[] = [];
    for (const { index, hash } of rows) {
      this.matrix.grow(index + 1);
      const embedding = hash === null ? null : this.store.read(hash);
      if (embedding) this.matrix.set(index, embedding);
      else this.matrix.remove(index);
      if (!embedding && hash !== null) missing.push(index);
    }
    this.maps.changed();
    return { missing };
  }

  /** Embeds what has no embedding yet and keeps it. */
  embed(backbone: Backbone, batch: InputMessage[]): void {
    const fresh = batch.filter((m) => JSON.stringify(m.framing) === this.#framing && !this.store.has(m.hash));
    if (fresh.length === 0) return;
    const { embeddings } = backbone.embed(fresh.map((message) => message.pixels));
    const size = backbone.embeddingSize;
    this.store.append(
      fresh.map(({ hash }, i) => ({ hash, values: embeddings.subarray(i * size, (i + 1) * size) })),
    );
  }

  close(): Promise<void> {
    this.maps.close();
    return this.store.close();
  }
}
