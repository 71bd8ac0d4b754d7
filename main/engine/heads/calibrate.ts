/**
 * @file Whether a trained head's confidence may be shown, and by which temperature. Runs in the engine and in tests.
 * Source: Guo, Pleiss, Sun, Weinberger, 'On Calibration of Modern Neural Networks' (ICML 2017), section 4.2, with a prior.
 */
import type { Calibration } from '../../contract/areas/training';
import type { HeldOut } from '../imprinting/folds';
import { fitScale } from '../imprinting/scale';
import { told } from '../../../strings/words';

/** Held-out groups, and classes among them, from which on they tell how sure a head may be: as for imprinting (METHODS 1b). */
export const LEAST_GROUPS = 20;
export const LEAST_CLASSES = 3;
/** Standard deviation of ln T around 0: how far off heads were that had been trained on few images. */
const PRIOR_SPREAD = Math.LN2;

/**
 * T with the least log loss of softmax(logits/T) over held-out groups, each of which counts once, with the prior
 * ln T ~ N(0, ln² 2): maximum likelihood alone would make a head that errs nowhere endlessly sure.
 * @param heldOut logits in the place of cosines, of heads that had not seen the group
 * @param classes among them
 */
export function calibrate(heldOut: readonly HeldOut[], classes: number): Calibration {
  if (heldOut.length < LEAST_GROUPS || classes < LEAST_CLASSES)
    return { temperature: null, why: tooFew(heldOut.length, classes) };
  return { temperature: 1 / fitScale(heldOut, 1, PRIOR_SPREAD), why: null };
}

const tooFew = (groups: number, classes: number): string =>
  told().engine.percentNeeds({ groups: LEAST_GROUPS, classes: LEAST_CLASSES }, groups, classes);
