/**
 * @file The export check: the written files answer, from image files decoded afresh as their own metadata says, what
 * the app guesses. It shows that the file equals the app; it does not validate the model. Runs in main; knows no
 * Electron.
 */
import { PersonError } from '../contract/errors';
import { FORMAT_CHECKS } from '../contract/exportFormats';
import type { ExportCheck, ExportComparison } from '../contract/exporting';
import type { Framing } from '../contract/model';
import type { Decoding, ExportFacts } from '../engine/export/preparedExport';
import { IMAGES_AT_ONCE } from '../engine/modelFile/batch';
import { labelLines, type Metadata } from '../engine/modelFile/metadata';
import type { AppAnswers } from './checkFile';
import type { CheckLine } from './checkLine';
import { compare, inOrderOf, passes, type Answers } from './compare';
import { FreshInputs, type FreshInput } from './freshInputs';
import { told } from '../../strings/words';

export interface CheckParts {
  line: CheckLine;
  rows: CheckRows;
  /** Content hash that the embedding of a row was made from. */
  hash: (index: number) => string | null;
  /** What the app says: probabilities of rows. */
  reference: (rows: number[]) => Promise<{ classes: string[]; probabilities: Float32Array }>;
  facts: ExportFacts;
  /** Decodings and answers that all formats together will take. */
  total: number;
  /** Told after each image and each batch; throws to stop. */
  progress: (done: number, total: number) => void;
}

export interface CheckRows {
  /** Rows to check with. */
  checked: readonly number[];
  /** Those of them that are seen as a format's own loader crops them, too. */
  cropped: readonly number[];
}

export interface Checked {
  check: ExportCheck;
  /** As it was read back. */
  metadata: Metadata;
  answers: AppAnswers;
}

/** The model beside the app, with images seen through one framing. */
interface Seen {
  inputs: readonly FreshInput[];
  app: Answers;
  /** Null where the two name different classes. */
  found: ExportComparison | null;
}

/** Images whose files are as they were, and [images, classes] what the model says of them. */
interface Ran {
  inputs: readonly FreshInput[];
  probabilities: Float32Array;
}

export class ExportChecker {
  readonly #inputs: FreshInputs;
  #done = 0;

  constructor(private readonly parts: CheckParts) {
    const { line, hash } = parts;
    this.#inputs = new FreshInputs({ line, hash, tick: (images) => this.#tick(images) });
  }

  /**
   * Begins to decode what a model will want, while it is being opened. Should its metadata want something else, that is
   * what it gets.
   */
  expect([whole, own]: readonly Decoding[]): void {
    const { checked, cropped } = this.parts.rows;
    if (whole) void this.#inputs.of(checked, whole);
    if (own) void this.#inputs.of(cropped, own);
  }

  /**
   * Checks the model in `dir`.
   * @throws PersonError where the folder cannot be read back, or no image file can
   */
  async check(dir: string): Promise<Checked> {
    const metadata = await this.parts.line.open(dir);
    const { framing, ownFraming } = metadata.preprocessing;
    const { checked, cropped } = this.parts.rows;
    const seen = await this.#see(checked, framing, metadata);
    const own = ownFraming ? await this.#see(cropped, ownFraming, metadata) : null;
    const table = inOrderOf(labelsOf(metadata), seen.app) ?? [];
    const images = table.map((probabilities, i) => ({ sha256: seen.inputs[i]!.hash, probabilities }));
    return {
      metadata,
      check: this.#verdict(metadata, seen, own?.found ?? null),
      answers: { labels: labelLines(metadata.classes), images },
    };
  }

  async #see(rows: readonly number[], framing: Framing, metadata: Metadata): Promise<Seen> {
    const { inputs, probabilities } = await this.#run(
      this.#inputs.of(rows, { framing, size: metadata.input.size }),
    );
    const answers = await this.parts.reference(inputs.map(({ index }) => index));
    const app = { labels: answers.classes, probabilities: answers.probabilities };
    const file = { labels: labelsOf(metadata), probabilities };
    return { inputs, app, found: compare(app, file, FORMAT_CHECKS[metadata.model.format].tie) };
  }

  /** @throws PersonError where none of the files can be read as it was */
  async #run(coming: ReturnType<FreshInputs['of']>): Promise<Ran> {
    const inputs: FreshInput[] = [];
    const tables: Float32Array[] = [];
    for (let start = 0; start < coming.length; start += IMAGES_AT_ONCE) {
      const some = await Promise.all(coming.slice(start, start + IMAGES_AT_ONCE));
      const read = some.filter((input) => input !== null);
      if (read.length > 0) tables.push(await this.parts.line.run(read.map(({ id }) => id)));
      inputs.push(...read);
      this.#tick(some.length);
    }
    if (inputs.length === 0) throw new PersonError(told().exports.noFileToCheck);
    return { inputs, probabilities: joined(tables) };
  }

  #verdict(
    { preprocessing, model, scale }: Metadata,
    { inputs, found }: Seen,
    ownCrop: ExportComparison | null,
  ): ExportCheck {
    const { limit, reader } = FORMAT_CHECKS[model.format];
    const facts = { labels: found !== null, scale: scale === this.parts.facts.scale };
    const said = found ?? unlike(inputs.length);
    const passed = facts.labels && facts.scale && passes(said, limit);
    const leftOut = this.parts.rows.checked.length - inputs.length;
    const message = told().verdicts.sentenceOf({
      ...said,
      ...facts,
      passed,
      leftOut,
      ownCrop,
      framing: preprocessing.framing,
    });
    return { ...said, limit, reader, ownCrop, passed, message };
  }

  #tick(images: number): void {
    const { total } = this.parts;
    this.#done = Math.min(this.#done + images, total);
    this.parts.progress(this.#done, total);
  }
}

const labelsOf = ({ classes }: Metadata): string[] => classes.map(({ label }) => label);

/** Other classes: nothing agrees. */
const unlike = (images: number): ExportComparison => ({ images, maxAbsDiff: 1, top1Agreement: 0 });

function joined(tables: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(tables.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const table of tables) {
    all.set(table, at);
    at += table.length;
  }
  return all;
}
