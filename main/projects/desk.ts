/**
 * @file The one project that is open at a time: opens it from wherever the person points, joins it to the helpers,
 * and puts it away again. Runs in main, with a window or without.
 */
import { promises as fs } from 'node:fs';
import path from 'node:path';
import { PersonError } from '../contract/errors';
import type { Core } from '../core';
import { Library } from '../images/library';
import { ScanIndex } from '../images/scanIndex';
import { createProject } from './create';
import { openProject } from './open';
import { PROJECT_SUFFIX, projectPaths } from './paths';
import type { ConfirmRecovery } from './recovery';
import { copySample } from './sample';
import { Session, type SessionEvents } from './session';

export interface DeskParts {
  core: Core;
  /** Who labels. */
  by: string;
  /** Where new projects are made. */
  projectsFolder: string;
  /** The shipped sample. */
  sample: string;
  confirmRecovery: ConfirmRecovery;
  events: SessionEvents;
}

export class Desk {
  #session: Session | null = null;

  constructor(private readonly parts: DeskParts) {}

  get session(): Session | null {
    return this.#session;
  }

  /** @throws PersonError where no project is open */
  get open(): Session {
    if (!this.#session) throw new PersonError('No project is open. Open a folder or a project first.');
    return this.#session;
  }

  /** A dropped or chosen folder: a project where it is one, otherwise images to make one of. */
  async openPath(chosen: string): Promise<Session> {
    const stat = await fs.stat(chosen).catch(() => null);
    if (!stat) throw new PersonError(`${chosen} is not there any more. Nothing was opened.`);
    const folder = stat.isDirectory() ? chosen : path.dirname(chosen);
    return folder.endsWith(PROJECT_SUFFIX) ? this.openProject(folder) : this.openImages(folder);
  }

  async openImages(folder: string): Promise<Session> {
    const { projectsFolder } = this.parts;
    const name = path.basename(folder) || 'Images';
    return this.openProject(await createProject({ name, folder, directory: projectsFolder }));
  }

  /** The sample's own project, begun the first time and gone on with afterwards. */
  async openSample(): Promise<Session> {
    const { projectsFolder, sample } = this.parts;
    const photos = await copySample(sample, projectsFolder);
    const begun = path.join(projectsFolder, path.basename(photos) + PROJECT_SUFFIX);
    const exists = await fs.stat(begun).catch(() => null);
    return exists ? this.openProject(begun) : this.openImages(photos);
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
    const index = await ScanIndex.open(paths.scanIndex, { onProblem: (sentence) => events.notice(sentence) });
    await core.ready();
    const library = new Library({
      secret: store.document.id,
      framing: store.document.settings.framing,
      index,
      sidecar: paths.embeddings,
      readOnly: store.readOnly !== null,
      thumbnails: core.thumbnails,
      decoder: core.decoder,
      engine: core.engine,
      inputSize: core.facts.inputSize,
      events: {
        items: (rows) => events.items(rows),
        progress: (progress) => events.progress(progress),
        embeddings: () => session.embeddingsChanged(),
        problems: (sentences) => events.notice(sentences.join('\n')),
        trouble: (title, error) => events.trouble(title, error),
      },
    });
    const session = new Session(store, library, core.engine, events);
    this.#session = session;
    await core.use(session);
    // The window shows the project at once; its images follow as they are found.
    void session.scan().catch((error: unknown) => events.trouble('The folders could not be read', error));
    return session;
  }

  async close(): Promise<void> {
    const session = this.#session;
    if (!session) return;
    await session.close();
    this.#session = null;
    await this.parts.core.use(null);
  }
}
