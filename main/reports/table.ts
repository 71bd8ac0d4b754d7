/** @file A table of a report: figures to the right, the first column heads its row. Pure; runs in main. */
import { markup, type Markup, type Value } from './markup';

/** @param columns titles; null: the column is not shown */
export function table(
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly Value[])[],
): Markup {
  const head = columns.map((column, at) => markup`<th scope="col" ${numeric(at)}>${column}</th>`);
  const body = rows.map(
    ([first = null, ...others]) =>
      markup`<tr>
        <th scope="row">${first}</th>
        ${others.map((value) => markup`<td class="number">${value}</td>`)}
      </tr> `,
  );
  return markup`<div class="wide">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head}
        </tr>
      </thead>
      <tbody>
        ${body}
      </tbody>
    </table>
  </div> `;
}

const numeric = (at: number): Markup => (at === 0 ? markup`` : markup` class="number"`);
