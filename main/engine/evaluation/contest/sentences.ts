/** @file What a contest says in plain words. Pure: runs in the engine and in tests. */
import type { Difference, MethodResult } from '../../../contract/evaluation';
import { isBeyondChance } from '../../../contract/beyondChance';
import { methodWords } from '../../../contract/methodWords';

/** One method beside imprinting. @param images n and groups of what was asked */
export function differenceSentence(
  method: MethodResult['method'],
  difference: Difference,
  images: { readonly n: number; readonly groups: number },
): string {
  const { interval, p, pHolm } = difference;
  const { name } = methodWords[method];
  if (!interval || p === null || pHolm === null)
    return 'The difference has no interval: too little was drawn.';
  const [low, high] = interval;
  const range = `${points(low)} to ${points(high)} points`;
  if (low <= 0 && high >= 0) return `No difference that ${counted(images)} can show (${range}).`;
  if (!isBeyondChance(difference))
    return `${name} looks ${low > 0 ? 'better' : 'worse'} than imprinting (${range}), but among so many methods one does so by chance.`;
  const [least, most] = low > 0 ? [low, high] : [-high, -low];
  return `${name} is ${low > 0 ? 'better' : 'worse'} than imprinting by ${points(least)} to ${points(most)} points.`;
}

/** Is any of them really better? */
export function contestSentence(results: readonly MethodResult[]): string {
  const imprinting = results.find(({ method }) => method === 'imprinting');
  if (!imprinting || imprinting.failed !== null)
    return 'Imprinting did not take part, so there is nothing to compare the methods with.';
  const compared = results.filter(({ difference }) => difference !== null);
  if (compared.length === 0) return 'Imprinting was not compared with any other method.';
  const real = compared.filter(({ difference }) => isBeyondChance(difference!));
  const better = real.filter(({ difference }) => difference!.value > 0);
  const sentences = (better.length > 0 ? better : real).map(({ sentence }) => sentence!);
  if (sentences.length === 0) return `No difference that ${counted(imprinting.accuracy)} can show.`;
  return better.length > 0
    ? sentences.join(' ')
    : `No method is better than imprinting. ${sentences.join(' ')}`;
}

function counted({ n, groups }: { readonly n: number; readonly groups: number }): string {
  const images = n === 1 ? '1 image' : `${n} images`;
  return groups < n ? `${images} in ${groups} groups` : images;
}

/** Whole points, with a true minus; tenths below one, so that 'better by 0' is never said. */
export function points(value: number): string {
  const all = 100 * value;
  const rounded = Math.abs(all) < 1 ? Math.round(all * 10) / 10 : Math.round(all);
  return rounded < 0 ? `−${-rounded}` : String(Math.abs(rounded));
}
