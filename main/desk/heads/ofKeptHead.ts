/**
 * @file What Evaluate says of a kept head beside the figures of imprinting: its own folds told which share of the held-out images it
 * names rightly, and not which image it takes for what. Pure; runs in main.
 */
import type { HeadStanding } from '../../contract/areas/training';
import { told } from '../../../strings/words';

export function ofKeptHead(standing: HeadStanding): string {
  const head = standing.kind === 'imprinting' ? null : standing.head;
  return told().heads.guessesFrom(head?.comparison.after ?? null);
}
