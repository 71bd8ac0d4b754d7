/** @file Sentences about work that lasts over a second. */
import { count, rate } from '../format';
import { timeLeft } from './timeLeft';

export const work = {
  done: (done: number, total: number | null) =>
    total === null ? `${count(done)} done` : `${count(done)} of ${count(total)}`,
  perSecond: (value: number) => `${rate(value)}/s`,
  left: (seconds: number) => `${timeLeft(seconds)} left`,
  cancel: 'Cancel',
};
