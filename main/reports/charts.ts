/** @file Which charts a report has, in the order of the page, and where each stands. Runs in main. */
import type { TopLevelSpec } from 'vega-lite';
import { differencesChart } from '../charts/differences';
import { reliabilityChart } from '../charts/reliability';
import type { Contest, MethodResult } from '../contract/evaluation';
import { words } from '../../strings/words';
import type { Draw } from './drawing';
import { markup, trusted, type Markup } from './markup';

/** Drawings by what they are of; a result without one has nothing to draw. */
export interface Drawings {
  differences: ReadonlyMap<Contest, Markup>;
  reliability: ReadonlyMap<MethodResult, Markup>;
}

export async function drawAll(contests: readonly Contest[], draw: Draw): Promise<Drawings> {
  const { methodWords, report } = words();
  const compared = contests.filter(({ results }) => results.some(({ difference }) => difference));
  const told = contests
    .flatMap(({ results }) => results)
    .filter(({ reliability: { bins } }) => bins.length > 0);
  const specs: TopLevelSpec[] = [
    ...compared.map(({ results }) => differencesChart(results, (id) => methodWords[id].name)),
    ...told.map(({ reliability }) => reliabilityChart(reliability)),
  ];
  const drawn = (await draw(specs)).map(trusted);
  const figure = (at: number, label: string): Markup =>
    markup`<figure role="img" aria-label="${label}">
      <figcaption>${label}</figcaption>
      ${drawn[at] ?? null}
    </figure>`;
  return {
    differences: new Map(compared.map((contest, i) => [contest, figure(i, report.differences)])),
    reliability: new Map(told.map((result, i) => [result, figure(compared.length + i, report.reliability)])),
  };
}
