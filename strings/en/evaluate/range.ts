/** @file An interval of shares, in English. */
import type { Interval } from '../../../main/contract/evaluation';
import { count, percent } from '../../format';

/** '71 to 90 %', whole percents. */
export const range = ([low, high]: Interval): string => `${count(Math.round(low * 100))} to ${percent(high)}`;
