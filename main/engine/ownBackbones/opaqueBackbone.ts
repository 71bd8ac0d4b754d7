/**
 * @file A backbone of the person's own as the engine runs it: its copied files compared, looked at, then loaded. What its layers
 * are nobody knows, so whatever needs them takes a `DescribedBackbone`. Engine.
 */
import path from 'node:path';
import { describe } from '../../contract/errors';
import { imagesOf, MAX_BATCH, type Backbone, type Embedded, type Pixels } from '../backbone/backbone';
import { BackboneError } from '../backbone/description';
import { requireCopied } from './copiedFiles';
import { ownHash, readOwnDescription, type OwnDescription } from './description';
import { RunningModel, type Ran } from './running';

export class OpaqueBackbone implements Backbone {
  readonly hash: string;

  private constructor(
    readonly description: OwnDescription,
    private readonly model: RunningModel,
  ) {
    this.hash = ownHash(description);
  }

  /** @throws BackboneError where its files are not those that were added, or TensorFlow cannot load them */
  static async load(dir: string): Promise<OpaqueBackbone> {
    const description = await readOwnDescription(dir);
    await requireCopied(dir, description);
    const { name, model, input } = description;
    const rule = { dir: path.join(dir, model.folder), model, input };
    const running = await RunningModel.load(rule).catch((cause: unknown) => {
      throw new BackboneError(`The backbone ‘${name}’ could not be loaded: ${describe(cause)}`, { cause });
    });
    return new OpaqueBackbone(description, running);
  }

  get id(): string {
    return this.description.id;
  }

  get name(): string {
    return this.description.name;
  }

  get embeddingSize(): number {
    return this.description.output.dimension;
  }

  get inputSize(): number {
    return this.description.input.size;
  }

  /**
   * See `Backbone.embed`. An image's values do not depend on its batch: what was found to be otherwise when it was added gets
   * its images one by one.
   * @throws Error where the model fails, or what it puts out has another shape than was told
   */
  embed(pixels: Pixels): Embedded {
    const images = imagesOf(pixels, this.inputSize);
    const batch = Math.min(MAX_BATCH, this.description.measured.batch);
    const embeddings = new Float32Array(images.length * this.embeddingSize);
    for (let start = 0; start < images.length; start += batch) {
      const ran = this.model.run(images.slice(start, start + batch));
      this.#requireShape(ran);
      ran.rows.forEach((row, i) => embeddings.set(row, (start + i) * this.embeddingSize));
    }
    return { count: images.length, embeddings };
  }

  dispose(): void {
    this.model.dispose();
  }

  #requireShape({ rank, rows }: Ran): void {
    const { output } = this.description;
    const wrong = rows.find((row) => row.length !== output.dimension);
    if (rank !== output.rank || wrong)
      throw new BackboneError(
        `The backbone ‘${this.name}’ put out ${wrong?.length ?? output.dimension} values at rank ${rank}, not ${output.dimension} at rank ${output.rank}.`,
      );
  }
}
