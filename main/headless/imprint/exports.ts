/** @file Exports what was imprinted into the folder that the person named. Runs in main. */
import { app } from 'electron';
import { promises as fs } from 'node:fs';
import { PersonError } from '../../contract/errors';
import type { ExportedModel } from '../../contract/exporting';
import type { Session } from '../../desk/session';
import { exportTrouble } from '../../engine/export/trouble';
import { exportModel } from '../../exporting/exportModel';
import { exportParts } from '../../exporting/sessionParts';
import { prepareTarget, type Target } from '../../exporting/target';
import type { CommandContext } from '../context';
import type { ImprintOptions } from '../invocation';

/** @throws {PersonError} where nothing can be written there, tried before anything is read for hours */
export async function requireExportable({ export: wanted, force }: ImprintOptions): Promise<void> {
  if (!wanted) return;
  const names = await fs.readdir(wanted.folder).catch(() => []);
  if (names.length > 0 && !force)
    throw new PersonError(
      `${wanted.folder} exists already and was not touched: choose another name, or add --force to replace an earlier export.`,
    );
  try {
    await fs.rm(await prepareTarget(targetOf(wanted.folder, force)), { recursive: true });
  } catch (error) {
    throw exportTrouble(error);
  }
}

/** @throws {PersonError} where a written model does not answer as the app does, or the disk refuses */
export async function exportAll(
  session: Session,
  { export: wanted, force }: ImprintOptions,
  { studio, console }: CommandContext,
): Promise<ExportedModel[]> {
  if (!wanted) return [];
  const { base } = session.store.document.settings;
  const { models, notNoted } = await exportModel(exportParts(studio.core, session, app.getVersion()), {
    ...{ formats: wanted.formats, base, target: targetOf(wanted.folder, force) },
    progress: ({ step, ...progress }) => console.show(step, progress),
  });
  if (notNoted !== null) console.say(notNoted);
  return models;
}

const targetOf = (folder: string, replace: boolean): Target => ({ kind: 'exact', folder, replace });
