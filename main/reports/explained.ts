/** @file What the figures of a report mean, and what was done, so that somebody else can do it again. Runs in main. */
import type { Contest } from '../contract/evaluation';
import { words } from '../../strings/words';
import { markup, type Markup } from './markup';

export function protocolOf({ protocol, at, revision }: Contest): Markup {
  const { done } = words().report;
  const facts: Record<keyof typeof done.facts, string | number> = {
    at: done.at(at.slice(0, 16).replace('T', ' ')),
    images: protocol.images,
    groups: protocol.groups,
    classes: protocol.classes,
    stand: done.stand(protocol),
    projection: done.projection(protocol.projection),
    seed: done.seed(protocol.seed, protocol.prng),
    protocol: done.protocol(protocol.version, revision),
    data: done.data(protocol.embeddingHash),
  };
  const names = Object.keys(facts) as (keyof typeof facts)[];
  return markup`<p>${done.how(protocol.rule)}</p>
    <dl>
      ${names.map(
        (name) =>
          markup`<dt>${done.facts[name]}</dt>
            <dd>${facts[name]}</dd>`,
      )}
    </dl> `;
}

export function explained(): Markup {
  const { title, list, whose } = words().report.meaning;
  return markup`<h2>${title}</h2>
    <ul>
      ${list.map((text) => markup`<li>${withBold(text)}</li> `)}
    </ul>
    <p class="soft">${whose}</p> `;
}

/** The catalogue has plain text, with two asterisks before and behind what is bold. */
const withBold = (text: string): Markup[] =>
  text.split('**').map((part, at) => (at % 2 === 0 ? markup`${part}` : markup`<b>${part}</b>`));
