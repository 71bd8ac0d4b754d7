/**
 * @file Exports of the tiny network with heads imprinted from synthetic embeddings: everything that an export has, in a
 * few kilobytes. For tests.
 */
import path from 'node:path';
import type { ExportFormat } from '../../../../../main/contract/model';
import { readDescription } from '../../../../../main/engine/backbone/description';
import { PreparedExport } from '../../../../../main/engine/export/preparedExport';
import { Guesser } from '../../../../../main/engine/guessing/guesser';
import { plainScorer } from '../../../../../main/engine/guessing/scorer';
import type { Lesson } from '../../../../../main/engine/guessing/lesson';
import { BACKBONE, scratchFolder } from '../backbone/support';
import { lessonOf, project } from '../guessing/project';
import { network } from './tiny';

const { matrix, constants } = project(200);
const real = await readDescription(BACKBONE);
const description = { ...real, input: network.input, layers: [...network.layers] };
const about = {
  name: 'Garden',
  version: '1.2.3',
  createdAt: '2026-01-02T03:04:05.000Z',
  framing: { kind: 'stretch' } as const,
  manifest: { sha256: 'a'.repeat(64), items: 0 },
};

export async function prepareTiny(
  shots: readonly number[],
  settings: Partial<Lesson['settings']> = {},
  names: readonly string[] = [],
  boxes = false,
): Promise<PreparedExport> {
  const lesson = lessonOf(shots, settings);
  const classes = lesson.classes.map((one, c) => ({ ...one, name: names[c] ?? one.name }));
  const study = await new Guesser(matrix, constants, plainScorer).study({ ...lesson, classes });
  if (!study) throw new Error('nothing was taught');
  const backbone = { graph: network, description, labels: constants.labels, licenceText: null };
  return new PreparedExport({ study, about: { ...about, boxes }, backbone });
}

/** A folder with one model in it, as `<folder>/<format>`. */
export async function tinyModel(format: ExportFormat, shots: readonly number[] = [6, 6, 6]): Promise<string> {
  const folder = path.join(await scratchFolder(), format);
  await (await prepareTiny(shots)).write(format, folder);
  return folder;
}
