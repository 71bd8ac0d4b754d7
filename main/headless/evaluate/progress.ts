/** @file How far an evaluation is, in words. Pure; runs in main. */
import type { ContestProgress } from '../../contract/areas/evaluating';
import { methodWords } from '../../contract/methodWords';
import type { Step } from '../progressLine';

/** 'Comparing methods (Proxy-NCA)' */
export const methodsInWords = ({ method }: ContestProgress): string =>
  `Comparing methods (${methodWords[method].name})`;

/** What is counted are fits, which differ too much from method to method for a rate to say anything. */
export const stepOf = ({ done, total, secondsLeft }: ContestProgress): Step => ({
  done,
  total,
  rate: null,
  secondsLeft,
});
