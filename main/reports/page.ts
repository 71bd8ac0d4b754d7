/**
 * @file The report of contests as one HTML file that opens anywhere: no script, nothing fetched, drawings in it, readable on light
 * and dark grounds. In the language that is spoken when it is made, but for what was said of a contest when it was held. Runs in main.
 */
import type { Contest } from '../contract/evaluation';
import { nowSpoken } from '../../strings/chosen';
import { words } from '../../strings/words';
import { drawAll, type Drawings } from './charts';
import type { Draw } from './drawing';
import { explained, protocolOf } from './explained';
import { markup, trusted, type Markup } from './markup';
import { methodOf } from './perMethod';
import type { Report } from './report';
import { resultsOf } from './results';
import { STYLE } from './style';

/** Forbids whatever a name could smuggle in, should escaping ever fail. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** @param report with one contest at least */
export async function reportHtml(report: Report, draw: Draw): Promise<string> {
  const { name, version, contests } = report;
  const drawings = await drawAll(contests, draw);
  const { title: titleOf, by } = words().report;
  const title = titleOf(name);
  const page = markup`<!doctype html>
    <html lang="${nowSpoken().language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${trusted(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p class="soft">${by(dateOf(contests), version)}</p>
          ${contests.map((contest) => contestOf(contest, contests.length > 1, drawings))}${explained()}
        </main>
      </body>
    </html> `;
  return page.text;
}

const dateOf = (contests: readonly Contest[]): string => contests.at(-1)?.at.slice(0, 10) ?? '';

/** What a reader should know of the images before the figures. */
function oddities({ notes, unasked, classes }: Contest): readonly Markup[] {
  const names = unasked.map((own) => classes[own] ?? '').join(', ');
  const left = unasked.length === 0 ? [] : [words().report.unasked(names)];
  return [...left, ...notes].map((note) => markup`<p>${note}</p> `);
}

function contestOf(contest: Contest, several: boolean, { differences, reliability }: Drawings): Markup {
  const { protocol, results, sentence } = contest;
  const { result: alone, done, methods } = words().report;
  const heading = several ? done.rule(protocol.rule) : alone;
  const told = results.filter(({ failed }) => failed === null);
  return markup`<section>
    <h2>${heading}</h2>
    <div class="answer"><p>${sentence}</p></div>
    ${oddities(contest)}${resultsOf(contest)}${differences.get(contest) ?? null}
    <h3>${methods.title}</h3>
    ${told.map((result) => methodOf(contest, result, reliability.get(result) ?? null))}
    <h3>${done.title}</h3>
    ${protocolOf(contest)}
  </section> `;
}
