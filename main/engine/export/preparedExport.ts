/**
 * @file One export from its lesson to its files: everything it writes and is compared with comes from the one study it
 * was made of, whatever is labelled meanwhile. Runs in the engine.
 */
import type { ExportFigures } from '../../contract/exported';
import type { ExportFormat, Framing } from '../../contract/model';
import type { BackboneDescription } from '../backbone/description';
import type { LayerGraph } from '../backbone/layers';
import type { Study } from '../guessing/study';
import { LABELS_FILE, labelsFile, METADATA_FILE } from '../modelFile/metadata';
import { describeModel, ownFramingOf, TOOL, type ExportAbout } from './describe';
import { classSumsFile, sumsShowing, type ClassSources } from './classSums';
import { scaleOf } from './describeRejection';
import { emitters, type ModelOptions } from './emitters';
import { fileInfos, writeFolder, type Files } from './files';
import { modelGraph } from './modelGraph';
import { exportTrouble } from './trouble';

export interface ExportSource {
  study: Study;
  backbone: {
    graph: LayerGraph;
    description: BackboneDescription;
    labels: readonly string[];
    licenceText: string | null;
  };
  about: ExportAbout;
  /** What its classes were imprinted from, for whoever goes on without their images; absent: nothing is written of it. */
  sums?: ClassSources;
}

/** What was exported, for the comparison with what was written. */
export interface ExportFacts {
  /** In the order of the outputs. */
  labels: string[];
  scale: number | null;
  /** Classes of which the sums beside the model are those of one picture; none where there are no sums beside it. */
  onePicture: string[];
  figures: ExportFigures;
  backbone: BackboneFacts;
}

/** Of the backbone, for whoever gets the model. */
export interface BackboneFacts {
  name: string;
  /** Such as 'Apache-2.0'. */
  licence: string;
  /** The licence with its copyright; null where none came with the backbone. */
  licenceText: string | null;
}

/** What is shown of an image, in a square of `size` pixels a side. */
export interface Decoding {
  framing: Framing;
  size: number;
}

export interface WrittenModel {
  /** See modelId.ts. */
  id: string;
  /** All files of the folder. */
  bytes: number;
  /** How images are to be decoded for it: as the model was made, and where its own loader sees them otherwise, so. */
  decodings: Decoding[];
}

export class PreparedExport {
  readonly facts: ExportFacts;
  readonly #graph: LayerGraph;
  readonly #base: readonly string[];

  constructor(private readonly source: ExportSource) {
    const { study, backbone } = source;
    this.#graph = modelGraph(backbone.graph, backbone.description.outputs.embedding, study.head);
    this.#base = study.base?.labels ?? [];
    this.facts = {
      labels: [...this.#base, ...study.classes.map(({ name }) => name)],
      scale: scaleOf(study),
      onePicture: sumsShowing(source),
      figures: study.figures,
      backbone: {
        name: backbone.description.name,
        licence: backbone.description.licence,
        licenceText: backbone.licenceText,
      },
    };
  }

  /**
   * Writes one format with its labels and its description into `folder`, which must not exist.
   * @throws PersonError where the disk refuses; what was written so far stays for the caller to remove
   */
  async write(format: ExportFormat, folder: string): Promise<WrittenModel> {
    const { about } = this.source;
    const { files, id } = this.#model(format);
    await writeFolder(folder, files).catch((error: unknown) => {
      throw exportTrouble(error);
    });
    const own = ownFramingOf(format, about.framing);
    const { size } = this.#graph.input;
    return {
      id,
      bytes: fileInfos(files).reduce((sum, { bytes }) => sum + bytes, 0),
      decodings: [about.framing, ...(own ? [own] : [])].map((framing) => ({ framing, size })),
    };
  }

  /**
   * What the app says of rows, from the embeddings it keeps.
   * @returns probabilities [rows, C] by rows, in the order of `facts.labels`
   */
  reference(rows: readonly number[]): Float32Array {
    const classes = this.facts.labels.length;
    const table = new Float32Array(rows.length * classes);
    rows.forEach((index, i) => table.set(this.source.study.probabilities(index), i * classes));
    return table;
  }

  get #options(): ModelOptions {
    const { about, backbone } = this.source;
    return {
      embedding: backbone.description.outputs.embedding,
      generatedBy: `${TOOL} ${about.version}`,
      labels: this.facts.labels,
      name: about.name,
      createdAt: about.createdAt,
      licence: backbone.description.licence,
    };
  }

  #model(format: ExportFormat): { files: Files; id: string } {
    const { study, about, backbone } = this.source;
    const { description } = backbone;
    const emitter = emitters[format];
    const model = emitter.emit(this.#graph, this.#options);
    const sumsFile = classSumsFile(this.source);
    const [sums] = fileInfos(sumsFile);
    const parts = { about, study, base: this.#base, description, sums };
    const metadata = describeModel(parts, format, fileInfos(model));
    const fields = emitter.fields?.(this.#graph, this.#options) ?? {};
    const files = {
      ...model,
      [LABELS_FILE]: Buffer.from(labelsFile(metadata.classes)),
      [METADATA_FILE]: Buffer.from(JSON.stringify({ ...metadata, ...fields }, null, 2) + '\n'),
      ...sumsFile,
    };
    return { files, id: metadata.id };
  }
}
