/** @file Names that a sentence says, of which a file may hold any number and length. Pure. */
import { told } from '../../../strings/words';

const MOST = 5;
const LONGEST = 60;

/** The first of them in order: 'PyFunc, ReadFile and 3 more'. */
export function listed(names: ReadonlySet<string>): string {
  const sorted = [...names]
    .sort()
    .map((name) => (name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name));
  const first = sorted.slice(0, MOST).join(', ');
  return sorted.length > MOST ? told().refusedModel.andMore(first, sorted.length - MOST) : first;
}
