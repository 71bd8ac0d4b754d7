/**
 * @file The open project as the engine knows it: which row holds which content, its embeddings, and the guesser over them. Runs in
 * the engine process.
 */
import { setImmediate } from 'node:timers/promises';
import { told } from '../../strings/words';
import { PersonError } from '../contract/errors';
import type { LearningCurve, OperatingAnswer } from '../contract/evaluation';
import type { JoinReport } from '../contract/areas/training';
import type { Framing } from '../contract/model';
import { spaceOf, type SumSpace } from '../classFiles/space';
import type { InputMessage } from '../images/decoder/protocol';
import { Arranger, type ArrangerParts } from './alike/arranger';
import type { Backbone } from './backbone/backbone';
import type { Strangers } from './embeddings/forgetting';
import { ProjectEmbeddings, type EmbeddingsPlace } from './embeddings/projectEmbeddings';
import { baseImpact, type BaseImpact } from './evaluating/baseImpact';
import { curveOf, operatingOf, type OperatingQuestion } from './evaluating/curves';
import { Contests, type ContestsParts } from './evaluating/contests';
import { classifierOf, type EmbeddingConstants } from './guessing/constants';
import { EmbeddingMatrix } from './guessing/embeddings';
import { GivenClasses } from './guessing/given';
import { Guesser } from './guessing/guesser';
import { KeptHeads } from './guessing/keptHeads';
import { hasDirection } from './imprinting/unit';
import type { Scorer } from './guessing/scorer';
import { joinReport, type BaseLeads } from './heads/joinReport';
import { teachingOf } from './heads/teaching';
import { HeadRoom } from './heads/headRoom';
import type { HeadReport } from './heads/report';
import { Maps, type MapsParts } from './map/maps';
import type { EngineCalls } from './protocol';

export interface EngineParts {
  backbone: Backbone;
  constants: EmbeddingConstants;
  scorer: Scorer;
  onProblem: (sentence: string) => void;
  arranging: ArrangerParts['tell'];
  trained: (report: HeadReport) => void;
  contests: Pick<ContestsParts, 'tell' | 'fault'>;
  map: Pick<MapsParts, 'squares' | 'layOut' | 'show' | 'problem'>;
}

export interface ProjectPlace extends EmbeddingsPlace {
  /** Folder of sums that classes were given; absent, or empty text: there are none. */
  given?: string;
}

export class OpenProject {
  readonly guesser: Guesser;
  readonly matrix: EmbeddingMatrix;
  readonly maps: Maps;
  readonly arranger: Arranger;
  readonly heads: HeadRoom;
  readonly contests: Contests;
  readonly framing: Framing;
  /** What sums of its classes are sums of. */
  readonly space: SumSpace;
  /** What was measured last on images of base classes. */
  #baseLeads: BaseLeads | null = null;

  private constructor(
    private readonly embeddings: ProjectEmbeddings,
    place: ProjectPlace,
    private readonly parts: EngineParts,
  ) {
    const { backbone, constants, scorer, arranging, trained, map, contests } = parts;
    this.framing = place.framing;
    this.space = spaceOf(backbone, this.framing);
    this.matrix = new EmbeddingMatrix(constants.dimension);
    const { hash } = backbone;
    const given = place.given ? { folder: place.given, space: this.space } : null;
    const heads = new KeptHeads(this.matrix, hash);
    this.guesser = new Guesser(this.matrix, constants, scorer, heads, new GivenClasses(given));
    this.heads = new HeadRoom({
      ...{ matrix: this.matrix, scorer, backbone: hash, tell: trained },
      effectiveDimension: constants.effectiveDimension,
    });
    const idle = (): Promise<void> => this.guesser.idle();
    this.maps = new Maps({ matrix: this.matrix, scorer, idle, ...map });
    const read = (hash: string): Float32Array | null => embeddings.read(hash);
    this.contests = new Contests({ matrix: this.matrix, constants, scorer, read, idle, ...contests });
    this.arranger = new Arranger({ matrix: this.matrix, scorer, idle, tell: arranging });
  }

  static async open(place: ProjectPlace, parts: EngineParts): Promise<OpenProject> {
    const { backbone, constants, onProblem } = parts;
    const seenBy = { hash: backbone.hash, dimension: constants.dimension };
    return new OpenProject(await ProjectEmbeddings.open(place, seenBy, onProblem), place, parts);
  }

  /** How many embeddings are kept. */
  get kept(): number {
    return this.embeddings.size;
  }

  /** See `forgetEmbeddings`; rows that had one of them must be told of by `setItems`. */
  forget(keep: readonly string[], really: boolean): Promise<Strangers> {
    return this.embeddings.forget(keep, really);
  }

  /** @returns the rows whose content has no embedding yet */
  setItems(rows: { index: number; hash: string | null }[]): { missing: number[] } {
    const missing: number[] = [];
    for (const { index, hash } of rows) {
      this.matrix.grow(index + 1);
      const embedding = hash === null ? null : this.embeddings.read(hash);
      if (embedding) this.matrix.set(index, embedding);
      else this.matrix.remove(index);
      if (!embedding && hash !== null) missing.push(index);
    }
    this.maps.changed();
    return { missing };
  }

  /**
   * Embeds what has no embedding yet and keeps it.
   * @returns ids of those whose embedding has no direction, as no shipped backbone's but a strange one's may
   */
  embed(backbone: Backbone, batch: InputMessage[]): number[] {
    // What was made for another backbone's square is late.
    const fresh = batch
      .filter(({ size }) => size === this.parts.backbone.inputSize)
      .filter((message) => this.embeddings.isWanted(message));
    if (fresh.length === 0) return [];
    const { embeddings } = backbone.embed(fresh.map((message) => message.pixels));
    const size = backbone.embeddingSize;
    const made = fresh.map(({ id, hash, box }, i) => {
      return { id, hash, box, values: embeddings.subarray(i * size, (i + 1) * size) };
    });
    const usable = made.filter(({ values }) => hasDirection(values));
    this.embeddings.append(usable);
    return made.flatMap((each) => (usable.includes(each) ? [] : [each.id]));
  }

  /** See `EngineCalls.curve`. It is about a copy: labels given meanwhile do not wait for it. */
  async curve(seed: number): Promise<LearningCurve | null> {
    const shown = await this.guesser.consult((found) => found);
    return curveOf(shown, this.matrix, { seed, scorer: this.parts.scorer });
  }

  operating(question: OperatingQuestion): Promise<OperatingAnswer | null> {
    const guesses = (row: number) => this.guesser.ownGuesses(row);
    return this.guesser.consult((shown) => operatingOf(shown, question, this.matrix, guesses));
  }

  /** See `EngineCalls.baseImpact`. @throws PersonError where nothing is taught */
  async baseImpact({ lesson, images }: Parameters<EngineCalls['baseImpact']>[0]): Promise<BaseImpact> {
    const { constants, scorer } = this.parts;
    const classifier = classifierOf(constants);
    if (!classifier) throw new PersonError(told().ownBackbone.noBase);
    const study = await this.guesser.study(lesson);
    if (!study) throw new PersonError(told().engine.nothingTaught);
    const known = images.flatMap((image) => {
      const embedding = this.embeddings.read(image.hash);
      return embedding ? [{ embedding, class: image.class }] : [];
    });
    const pause = (): Promise<void> => this.guesser.idle();
    const present = study.base ?? classifier;
    const impact = await baseImpact(known, { head: study.head, classifier, present, scorer, pause });
    const { offset = 0 } = lesson.settings;
    const leads = impact.leads.map((lead) => lead + offset);
    this.#baseLeads = { teaching: teachingOf(lesson), images: impact.images, leads };
    return impact;
  }

  /** See `EngineCalls.joinReport`. */
  joinReport(): Promise<JoinReport | null> {
    return this.guesser.consult(async (shown) => {
      // A kept head has base classes of its own, and those of imprinting may not have been asked for.
      await shown?.stage.join?.base.update(this.parts.scorer, () => setImmediate());
      return shown && joinReport(shown, this.matrix, this.#baseLeads);
    });
  }

  /** @throws the system's error where not everything is on the disk that should be. */
  async close(): Promise<void> {
    this.maps.close();
    this.arranger.cancel();
    this.heads.close();
    this.contests.cancel();
    await this.embeddings.close();
  }
}
