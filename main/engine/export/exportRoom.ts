/**
 * @file The engine's part in an export: prepares one from a lesson, writes its formats, and says what the app itself
 * would answer. One at a time, the last one asked for. Runs in the engine.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { told } from '../../../strings/words';
import { PersonError } from '../../contract/errors';
import { spaceOf } from '../../classFiles/space';
import { readGraph } from '../backbone/weights';
import type { Guesser } from '../guessing/guesser';
import { isDescribed, type LoadedBackbone } from '../loadedBackbone';
import type { EngineCalls } from '../protocol';
import { PreparedExport, type ExportFacts, type WrittenModel } from './preparedExport';

type Argument<N extends keyof EngineCalls> = Parameters<EngineCalls[N]>[0];

const LICENCE_FILE = 'LICENCE';

export class ExportRoom {
  #prepared: PreparedExport | null = null;

  /** @throws PersonError while there is nothing to export */
  async prepare(
    { lesson, about }: Argument<'prepareExport'>,
    guesser: Guesser,
    loaded: LoadedBackbone,
  ): Promise<ExportFacts> {
    this.forget();
    if (!isDescribed(loaded)) throw new PersonError(told().ownBackbone.notExported);
    const { dir, backbone, constants } = loaded;
    // Another lesson may be learnt between the two; both are of this one.
    const [study, summed] = await Promise.all([guesser.study(lesson), guesser.summed(lesson)]);
    if (!study) throw new PersonError(told().exports.nothingToExport);
    const { description } = backbone;
    const graph = await readGraph(dir, description);
    const licenceText = await readFile(path.join(dir, LICENCE_FILE), 'utf8').catch(() => null);
    const source = { graph, description, labels: constants.labels, licenceText };
    const space = spaceOf(backbone, about.framing);
    const sums = { space, classes: summed.classes };
    this.#prepared = new PreparedExport({ study, about, backbone: source, sums });
    return this.#prepared.facts;
  }

  write({ format, folder }: Argument<'writeExport'>): Promise<WrittenModel> {
    return this.#current.write(format, folder);
  }

  reference({ rows }: Argument<'exportReference'>): { classes: string[]; probabilities: Float32Array } {
    const { facts } = this.#current;
    return { classes: facts.labels, probabilities: this.#current.reference(rows) };
  }

  /** What was prepared holds the weights in memory. */
  forget(): void {
    this.#prepared = null;
  }

  get #current(): PreparedExport {
    if (this.#prepared) return this.#prepared;
    throw new PersonError(told().exports.stopped);
  }
}
