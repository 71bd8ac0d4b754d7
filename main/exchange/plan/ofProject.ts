/** @file The open project as a plan sees it. Pure. Runs in main. */
import { folderPlace } from '../../contract/places';
import { boxOf } from '../../projects/document';
import type { OpenLabels } from '../parts';
import type { PlannedProject } from './project';

export function plannedProject({
  document,
  rows,
  absolute,
}: Pick<OpenLabels, 'document' | 'rows' | 'absolute'>): PlannedProject {
  const images = rows.filter((row) => boxOf(row.id) === null);
  const byId = new Map(images.map((row) => [row.id, row]));
  return {
    document,
    images,
    absolute: (id) => absolute(byId.get(id)!.index),
    placeOf: (id) => folderPlace(document, byId.get(id)!),
    timeOf: (id) => byId.get(id)!.capturedAt,
  };
}
