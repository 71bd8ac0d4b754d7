/** @file Classifies by an exported model, as any program that has the export would. Runs in main. */
import path from 'node:path';
import type { ModelAnswer } from '../../engine/modelFile/answers';
import { readModelFolder } from '../../engine/modelFile/modelFolder';
import { ModelSession } from '../../exporting/modelSession';
import { scanFolders } from '../../images/scan';
import type { CommandContext } from '../context';
import { unreadRow, type ClassifiedRow } from './rows';

/** @throws {PersonError} where there is no exported model, or a damaged one */
export async function classifyByModel(
  folder: string,
  model: string,
  { studio, console }: CommandContext,
): Promise<ClassifiedRow[]> {
  // The engine looks itself; but a person who mistyped should know at once.
  await readModelFolder(model);
  const { images } = await scanFolders([{ id: 'folder', path: folder }]);
  await studio.start();
  const { engine, decoder } = studio.core;
  const session = new ModelSession(model, {
    ...{ engine, decoder },
    progress: (progress) => progress.state === 'running' && console.show('Classifying images', progress),
  });
  studio.otherFile = (token) => session.file(token);
  await studio.core.use(session);
  const answers = await session.classify(images.map((image) => path.join(folder, image.path)));
  const { calibrated } = session.metadata.calibration;
  return answers.map((said, i) => {
    const place = images[i]?.path ?? '';
    if ('failure' in said) return unreadRow({ path: place, reason: said.failure.reason });
    return answeredRow(place, said.answer, calibrated);
  });
}

/** @param calibrated whether the model's probabilities may be shown as percentages */
function answeredRow(place: string, answer: ModelAnswer, calibrated: boolean): ClassifiedRow {
  const shown = (confidence: number): number | null => (calibrated ? confidence : null);
  return {
    path: place,
    label: answer.label,
    confidence: shown(answer.confidence),
    known: answer.known,
    ...(answer.none && { none: answer.none }),
    top: answer.top.map(({ label, confidence }) => ({ label, confidence: shown(confidence) })),
  };
}
