/** @file What a contest says in plain words. Pure: runs in the engine and in tests. */
import type { Difference, MethodResult } from '../../../contract/evaluation';
import { isBeyondChance } from '../../../contract/beyondChance';
import { told, words } from '../../../../strings/words';

/** One method beside imprinting. @param images n and groups of what was asked */
export function differenceSentence(
  method: MethodResult['method'],
  difference: Difference,
  images: { readonly n: number; readonly groups: number },
): string {
  const { interval, p, pHolm } = difference;
  const { name } = words().methodWords[method];
  if (!interval || p === null || pHolm === null) return told().contests.noInterval;
  const [low, high] = interval;
  if (low <= 0 && high >= 0) return told().contests.noDifference(images, low, high);
  if (!isBeyondChance(difference)) return told().contests.perhapsChance(name, low, high);
  return low > 0 ? told().contests.better(name, low, high) : told().contests.worse(name, -high, -low);
}

/** Is any of them really better? */
export function contestSentence(results: readonly MethodResult[]): string {
  const imprinting = results.find(({ method }) => method === 'imprinting');
  if (!imprinting || imprinting.failed !== null) return told().contests.noImprinting;
  const compared = results.filter(({ difference }) => difference !== null);
  if (compared.length === 0) return told().contests.imprintingAlone;
  const real = compared.filter(({ difference }) => isBeyondChance(difference!));
  const better = real.filter(({ difference }) => difference!.value > 0);
  const sentences = (better.length > 0 ? better : real).map(({ sentence }) => sentence!);
  if (sentences.length === 0) return told().contests.noneDiffers(imprinting.accuracy);
  return better.length > 0 ? sentences.join(' ') : told().contests.noneBetter(sentences);
}
