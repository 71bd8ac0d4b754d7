/** @file What a source says of one item, row by row put together. Pure. Runs in main. */
import type { Box } from '../../contract/model';
import type { ImportRecord } from '../read/record';
import { told } from '../../../strings/words';

type Fact = 'label' | 'group' | 'place' | 'time' | 'role';
const FACTS: readonly Fact[] = ['label', 'group', 'place', 'time', 'role'];

export interface Said {
  item: string;
  image: string;
  /** Path of the image below its folder. */
  path: string;
  /** A box that the project does not have yet, and its id. */
  newBox: { id: string; box: Box } | null;
  label: string | null;
  group: string | null;
  place: string | null;
  time: string | null;
  role: 'learn' | 'check' | null;
  /** Line that first said it. */
  lines: Partial<Record<Fact, number>>;
}

export const nothingSaid = (where: Pick<Said, 'item' | 'image' | 'path' | 'newBox'>): Said => ({
  ...where,
  ...{ label: null, group: null, place: null, time: null, role: null, lines: {} },
});

/**
 * Adds what a further row says.
 * @returns why the row is left out, in a sentence, or null: nothing it says may contradict an earlier row
 */
export function addTo(
  said: Said,
  record: ImportRecord,
  { same, unit }: { same: (fact: Fact, a: string, b: string) => boolean; unit: string },
): string | null {
  const given = FACTS.filter((fact) => record[fact] !== null);
  const other = given.find((fact) => said[fact] !== null && !same(fact, said[fact], record[fact]!));
  if (other) {
    return told().importing.saidOtherwise(said.path, other, said[other]!, unit, said.lines[other]!);
  }
  const fresh = given.filter((fact) => said[fact] === null);
  const first = Object.values(said.lines)[0];
  if (fresh.length === 0 && first !== undefined)
    return told().importing.saidTwice(said.path, unit, said.lines[given[0]!] ?? first);
  for (const fact of fresh) {
    Object.assign(said, { [fact]: record[fact] });
    said.lines[fact] = record.line;
  }
  return null;
}
