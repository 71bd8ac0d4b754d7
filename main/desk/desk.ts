/**
 * @file The one project that is open at a time: opens it from wherever the person points, joins it to the helpers,
 * and puts it away again. Runs in main, with a window or without.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { isClassFile } from '../classFiles/format';
import { beginWith, readExportedClasses, requireBackbone } from '../classFiles/exportedModel';
import { PersonError } from '../contract/errors';
import type { ProjectDocument } from '../contract/model';
import type { Core } from '../core';
import { Library } from '../images/library';
import { ScanIndex } from '../images/scanIndex';
import { createProject } from '../projects/create';
import { findProject } from '../projects/find';
import { openProject } from '../projects/open';
import { PROJECT_SUFFIX, projectPaths } from '../projects/paths';
import type { ConfirmRecovery } from '../projects/recovery';
import { seeingOf } from './backbones/called';
import { seenBy } from './backbones/installed';
import { exchangeKeys } from './commandKeys';
import { copySample } from './samplePhotos';
import { Session } from './session';
import type { SessionEvents } from './sessionEvents';
import { KeptTunings } from './tuning/keptTunings';
import { tunedAtFirst } from './tuning/standing';
import { told } from '../../strings/words';

export interface DeskParts {
  core: Core;
  /** Who labels. */
  by: string;
  /** Where new projects are made. */
  projectsFolder: string;
  /** Where a project is made whose images surround `projectsFolder`. */
  otherwise: string;
  /** The shipped sample. */
  sample: string;
  confirmRecovery: ConfirmRecovery;
  events: SessionEvents;
}

const classFile = (name: string): string => told().desk.isClassFile(name);

export class Desk {
  #session: Session | null = null;

  constructor(private readonly parts: DeskParts) {}

  get session(): Session | null {
    return this.#session;
  }

  /** @throws PersonError where no project is open */
  get open(): Session {
    if (!this.#session) throw new PersonError(told().desk.noProject);
    return this.#session;
  }

  /** A dropped or chosen folder: a project where it is one, otherwise images to make one of. */
  async openPath(chosen: string): Promise<Session> {
    const stat = await fs.stat(chosen).catch(() => null);
    if (!stat) throw new PersonError(told().desk.notThere(chosen));
    if (isClassFile(chosen)) throw new PersonError(classFile(path.basename(chosen)));
    const folder = stat.isDirectory() ? chosen : path.dirname(chosen);
    return folder.endsWith(PROJECT_SUFFIX) ? this.openProject(folder) : this.openImages(folder);
  }

  /** The project that the folder has already, or a new one. */
  async openImages(folder: string): Promise<Session> {
    const known = await findProject(this.parts.projectsFolder, folder);
    return this.openProject(known ?? (await this.#newProject(folder)));
  }

  /**
   * Makes a project of the classes of an exported model, which has no images yet.
   * @param backbone that a new project has
   * @throws {PersonError} where there are no class sums beside the model, or they cannot count with this backbone
   */
  async openModel(chosen: string): Promise<Session> {
    const model = await readExportedClasses(chosen);
    const { backbones } = this.parts.core;
    const backbone = backbones.withHash(model.sums.file.space.backbone.hash) ?? backbones.default;
    requireBackbone(model, { ...backbone, embeddingSize: backbone.dimension });
    const { projectsFolder: directory, otherwise } = this.parts;
    const begin = (folder: string, document: ProjectDocument): Promise<ProjectDocument> =>
      beginWith(model, folder, document);
    return this.openProject(
      await createProject({
        ...{ name: model.name, folder: null, directory, otherwise, begin },
        seenBy: seenBy(backbone),
      }),
    );
  }

  async openSample(): Promise<Session> {
    return this.openImages(await copySample(this.parts.sample, this.parts.projectsFolder));
  }

  async openProject(folder: string): Promise<Session> {
    await this.close();
    const { core, by, confirmRecovery, events } = this.parts;
    const store = await openProject(folder, {
      by,
      confirmRecovery,
      onNotice: (sentence) => events.notice(sentence),
    });
    const paths = projectPaths(folder);
    const readOnly = store.readOnly !== null;
    const onProblem = (sentence: string): void => events.notice(sentence);
    const index = await ScanIndex.open(paths.scanIndex, { onProblem, readOnly });
    const kept = new KeptTunings(paths.tuned);
    const library = new Library({
      secret: store.document.id,
      ...seeingOf(core.backbones, store.document.settings, await tunedAtFirst(store.document, kept)),
      index,
      sidecar: paths.embeddings,
      given: paths.given,
      readOnly,
      thumbnails: core.thumbnails,
      decoder: core.decoder,
      engine: core.engine,
      events: {
        items: (rows) => {
          events.items(rows);
          session.moves.changed();
        },
        progress: (progress) => events.progress(progress),
        filesChanged: () => session.rescans.changed(),
        embeddings: () => session.answers.embedded(),
        problems: (sentences) => events.notice(sentences.join('\n')),
        trouble: (title, error) => events.trouble(title, error),
      },
    });
    const session = new Session({ store, library, core, kept, events });
    this.#session = session;
    session.join(core.use(session));
    // What is known is shown while the engine opens the project, and the rest follows as it is found.
    void session.scan().catch((error: unknown) => events.trouble(told().desk.foldersNotRead, error));
    // Not waited for: a full disk keeps nobody from opening. What is not exchanged now is the next time.
    void exchangeKeys(store).then(
      (sentence) => sentence !== null && events.notice(sentence),
      () => undefined,
    );
    return session;
  }

  #newProject(folder: string): Promise<string> {
    const { core, projectsFolder: directory, otherwise } = this.parts;
    const name = path.basename(folder) || 'Images';
    return createProject({ name, folder, directory, otherwise, seenBy: seenBy(core.backbones.default) });
  }

  /**
   * Puts the project away.
   * @param discard gives up what cannot be saved; without it such a project stays open
   * @throws ProjectError 'unsaved'
   */
  async close(discard = false): Promise<void> {
    const session = this.#session;
    if (!session) return;
    await session.close(discard);
    this.#session = null;
    await this.parts.core.use(null);
  }
}
