/** @file Images with the same content and different labels, as sentences: no classifier can get both right. Pure; runs in main. */
import type { ProjectDocument } from '../contract/model';
import type { Items } from '../images/items';
import { takesPart } from './rows';
import { told } from '../../strings/words';

/** More would not be read. */
const MOST = 5;

/** Of whole images that have a label and take part; boxes of one image have the same file and may well differ. */
export function contradictions(
  document: ProjectDocument,
  items: Pick<Items, 'indexOf' | 'hash' | 'row'>,
): string[] {
  const counts = takesPart(document);
  const byContent = new Map<string, { path: string; class: string }[]>();
  for (const [item, { class: own }] of Object.entries(document.labels)) {
    const index = items.indexOf(item);
    if (index === null || !counts(item)) continue;
    const row = items.row(index);
    const hash = row.box === null ? items.hash(index) : null;
    if (hash === null) continue;
    const same = byContent.get(hash);
    if (same) same.push({ path: row.path, class: own });
    else byContent.set(hash, [{ path: row.path, class: own }]);
  }
  const names = new Map(document.classes.map(({ id, name }) => [id, name]));
  const found = [...byContent.values()].flatMap((same) => {
    const other = same.find((one) => one.class !== same[0]!.class);
    return other ? [[same[0]!, other] as const] : [];
  });
  const sentences = found
    .slice(0, MOST)
    .map(([one, other]) =>
      told().desk.twoLabels(one.path, other.path, names.get(one.class) ?? '', names.get(other.class) ?? ''),
    );
  const more = found.length - sentences.length;
  return more > 0 ? [...sentences, told().desk.moreWithTwoLabels(more)] : sentences;
}
