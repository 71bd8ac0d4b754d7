/** @file How charts write numbers and what they tell screen readers, by locale and language. Runs where charts are drawn. */
import type { Config } from 'vega-lite';
import { ENGLISH, nowSpoken } from '../../strings/chosen';
import { signs } from '../../strings/format';

/**
 * Numbers as the locale has them. Vega describes axes and marks to screen readers in English, whatever is asked for: in another
 * language it says nothing of them (but what a group is, which it always says), and the name of the chart and its table do.
 */
export function inLocale(look: Config): Config {
  const { decimal, group, numerals } = signs();
  const number = { decimal, thousands: group, grouping: [3], currency: ['', ''], numerals };
  const silent = nowSpoken().language === ENGLISH ? {} : { aria: false, mark: { aria: false } };
  return { ...look, ...silent, locale: { number } } as Config;
}
