/** @file Classifies by an exported model, as any program that has the export would. Runs in main. */
import path from 'node:path';
import type { ModelAnswer } from '../../engine/modelFile/answers';
import { readModelFolder } from '../../engine/modelFile/modelFolder';
import { scanFolders } from '../../images/scan';
import type { CommandContext } from '../context';
import { ModelReader } from './modelReader';
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
  studio.otherFile = (token) => {
    const image = images[Number(token)];
    return image ? path.join(folder, image.path) : null;
  };
  const reader = new ModelReader({
    core: studio.core,
    model,
    sizes: images.map(({ size }) => size),
    progress: (progress) => progress.state === 'running' && console.show('Classifying images', progress),
    trouble: (sentence) => console.say(sentence),
  });
  await studio.start();
  const outcomes = await reader.read();
  const { calibrated } = reader.metadata.calibration;
  return outcomes.map((outcome, i) => {
    const place = images[i]?.path ?? '';
    if ('failure' in outcome) return unreadRow({ path: place, reason: outcome.failure.reason });
    return answeredRow(place, outcome.answer, calibrated);
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
    top: answer.top.map(({ label, confidence }) => ({ label, confidence: shown(confidence) })),
  };
}
