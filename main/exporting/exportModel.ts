/**
 * @file Exports a model: written by the engine, checked in a fresh process, and only then given its name. Runs in
 * main, with a window or without; knows no Electron.
 */
import { PersonError } from '../contract/errors';
import { exportTrouble } from '../engine/export/trouble';
import { EngineGone } from '../engine/supervisor';
import { ExportRun } from './exportRun';
import type { ExportOutcome, ExportParts, ExportRequest } from './request';
import { told } from '../../strings/words';

/**
 * Writes the formats into one folder, a subfolder each, and checks them.
 * @throws ExportCheckFailed, ExportCancelled, or PersonError where there is nothing to export, the disk refuses or the
 * check cannot be made; nothing is left under the target's name then
 */
export async function exportModel(parts: ExportParts, request: ExportRequest): Promise<ExportOutcome> {
  try {
    return await new ExportRun(parts, request).run();
  } catch (error) {
    if (error instanceof EngineGone) throw new PersonError(told().exports.engineEnded, error.message);
    throw exportTrouble(error);
  }
}
