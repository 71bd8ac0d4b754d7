/**
 * @file Classes of the open project as files of sums: what a file offers, adding it, and saving a class. Runs in main, with a window
 * or without.
 */
import type { ClassFileChoice, ClassFilePlan, ClassInFile, ClassToSave } from '../contract/areas/classFiles';
import { PersonError } from '../contract/errors';
import type { ProjectChange } from '../contract/model';
import { TOOL } from '../engine/export/describe';
import type { Lesson } from '../engine/guessing/lesson';
import type { SummedLesson } from '../engine/guessing/summed';
import { EngineGone, type Engine } from '../engine/supervisor';
import type { Library } from '../images/library';
import { newId } from '../projects/document';
import { explain, ProjectError } from '../projects/errors';
import { writeDurably } from '../projects/files';
import type { ProjectStore } from '../projects/store';
import { addingOf, allOf, hasSums, sameClass } from './adding';
import { encodeClassFile, MOST_PREVIEW, type SummedClass } from './format';
import type { GivenFiles } from './givenFiles';
import { onePicture } from './privacy';
import { readClassFile, type NamedClassFile } from './readFile';
import { mismatch, type SumSpace } from './space';
import { told } from '../../strings/words';

export interface ClassRoomParts {
  store: Pick<ProjectStore, 'apply' | 'document' | 'readOnly'>;
  /** Has small pictures of items, and draws those of others anew. */
  library: Pick<Library, 'redrawn' | 'thumbnail'> & {
    items: Pick<Library['items'], 'indexOf' | 'row'>;
  };
  engine: Pick<Engine, 'call'>;
  given: GivenFiles;
  /** What the project teaches now. */
  lesson: () => Lesson;
}

export interface SaveClass {
  place: string;
  /** With a small picture of one of its images. */
  preview: boolean;
  /** Of the program. */
  version: string;
}

/** Small pictures that are drawn anew for one dialog. */
const MOST_SHOWN = 50;

export class ClassRoom {
  #planned: (NamedClassFile & { id: string }) | null = null;

  constructor(private readonly parts: ClassRoomParts) {}

  /** What a file offers this project; changes nothing. @throws {PersonError} where it is no class file */
  async plan(place: string): Promise<ClassFilePlan> {
    const named = await readClassFile(place);
    const id = newId();
    this.#planned = { ...named, id };
    const { file, name } = named;
    const classes: ClassInFile[] = [];
    for (const one of file.classes) classes.push(await this.#offered(one, classes.length < MOST_SHOWN));
    const why = mismatch(file.space, await this.#ask('sumSpace', undefined));
    return { id, name, createdAt: file.createdAt, why, classes };
  }

  /** Adds what was chosen of a plan. @throws {PersonError} where it cannot count here, or would count twice */
  async add(plan: string, choices: readonly ClassFileChoice[]): Promise<ProjectChange> {
    if (this.#planned?.id !== plan) throw new PersonError(told().sums.fileNotOpen);
    const change = await this.addFrom(this.#planned, choices);
    this.#planned = null;
    return change;
  }

  /** @param choices absent: all of it, into classes of the same names @throws {PersonError} as `add` */
  async addFrom(named: NamedClassFile, choices?: readonly ClassFileChoice[]): Promise<ProjectChange> {
    const { store, given } = this.parts;
    if (store.readOnly !== null)
      throw new ProjectError('read-only', told().sums.nothingAdded(store.readOnly));
    const why = mismatch(named.file.space, await this.#ask('sumSpace', undefined));
    if (why !== null) throw new PersonError(told().sums.cannotCountHere(named.name, why));
    const { classes } = store.document;
    const command = await addingOf(named, choices ?? allOf(named, classes), { classes, given });
    return store.apply(command);
  }

  /** All of a file but what classes of the same names have already. */
  async missingOf(named: NamedClassFile): Promise<ClassFileChoice[]> {
    const { store, given } = this.parts;
    const missing: ClassFileChoice[] = [];
    for (const choice of allOf(named, store.document.classes)) {
      const target = store.document.classes.find(({ id }) => id === choice.into);
      const isThere = target && (await hasSums(target, named.file.classes[choice.entry]!, given));
      if (!isThere) missing.push(choice);
    }
    return missing;
  }

  /** What would be saved of a class. @throws {PersonError} where there is nothing of it */
  async look(id: string): Promise<ClassToSave> {
    const { one, leftOut } = await this.#summed(id);
    const parts = one.sums.unit;
    return {
      ...{ class: id, images: one.images, shots: one.shots, leftOut },
      onePicture: onePicture([{ name: one.name, parts }]).length > 0,
      hasPreview: (await this.#preview(id)) !== null,
    };
  }

  /** Writes a class into a file, in place of what is there. @throws {PersonError} where it cannot be written */
  async save(id: string, { place, preview, version }: SaveClass): Promise<void> {
    const { one, space } = await this.#summed(id);
    const picture = preview ? await this.#preview(id) : null;
    const tool = { name: TOOL, version };
    const createdAt = new Date().toISOString();
    const bytes = encodeClassFile({ tool, createdAt, space, classes: [{ ...one, preview: picture }] });
    await writeDurably(place, bytes).catch((error: unknown) => {
      const { what, advice } = explain(error);
      throw new PersonError(told().sums.classNotSaved(what, advice).trim(), place);
    });
  }

  async #offered(one: SummedClass, isShown: boolean): Promise<ClassInFile> {
    const { store, given } = this.parts;
    const { name, kind, images, shots, preview } = one;
    const same = sameClass(name, store.document.classes);
    const isThere = same !== undefined && (await hasSums(same, one, given));
    const shown = isShown && preview && (await this.parts.library.redrawn(preview).catch(() => null));
    return { ...{ name, kind, images, shots, isThere }, preview: shown || null, same: same?.id ?? null };
  }

  async #summed(id: string): Promise<{ one: SummedClass; space: SumSpace; leftOut: string | null }> {
    const found: SummedLesson = await this.#ask('summedClasses', { lesson: this.parts.lesson() });
    const one = found.classes[found.ids.indexOf(id)];
    if (!one) throw new PersonError(told().sums.nothingToSave);
    const left = found.leftOut.find((other) => other.class === id);
    return { one, space: await this.#ask('sumSpace', undefined), leftOut: left?.why ?? null };
  }

  /** Of an image that teaches the class, the first that has a small picture. */
  async #preview(id: string): Promise<Buffer | null> {
    const { labels, roles, excluded } = this.parts.store.document;
    const items = Object.keys(labels).filter((item) => labels[item]!.class === id);
    for (const item of items.filter((one) => !roles[one] && !excluded[one]).slice(0, 5)) {
      const { library } = this.parts;
      const index = library.items.indexOf(item);
      const jpeg =
        index === null ? null : await library.thumbnail(library.items.row(index).token).catch(() => null);
      if (jpeg && jpeg.length <= MOST_PREVIEW) return jpeg;
    }
    return null;
  }

  #ask: Engine['call'] = async (name, arg) =>
    this.parts.engine.call(name, arg).catch((error: unknown) => {
      throw error instanceof EngineGone ? new PersonError(told().sums.engineAgain) : error;
    });
}
