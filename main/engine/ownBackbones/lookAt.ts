/**
 * @file Look before loading: what a folder that a person chose holds, told from its bytes alone. Nothing of it reaches
 * TensorFlow here. Engine.
 */
import { realpath } from 'node:fs/promises';
import { describe } from '../../contract/errors';
import { told } from '../../../strings/words';
import { advice, adviceOnFiles } from './advice';
import { refusal, Unfit, type Looked } from './answer';
import { filesIn } from './folder';
import { lookAtSavedModel } from './savedModel/lookAtSavedModel';
import { lookAtTfjs } from './tfjs/lookAtTfjs';

/**
 * @param chosen - any path
 * @param named - what a refusal calls it, where it is a copy of what a person chose
 * @throws PersonError in one sentence: what was found, that nothing was loaded, what to try
 */
export async function lookAtModel(chosen: string, named = chosen): Promise<Looked> {
  try {
    return await look(await realpath(chosen));
  } catch (error) {
    throw refusal(named, describe(error), error instanceof Unfit ? error.advice : advice('any'));
  }
}

async function look(dir: string): Promise<Looked> {
  const files = await filesIn(dir);
  const saved = files.has('saved_model.pb');
  const tfjs = files.has('model.json');
  if (saved && tfjs) throw new Unfit(told().refusedModel.both);
  if (saved) return { dir, ...(await lookAtSavedModel(dir, files)) };
  if (tfjs) return { dir, ...(await lookAtTfjs(dir, files)) };
  throw new Unfit(told().refusedModel.neither, adviceOnFiles(files.keys()));
}
