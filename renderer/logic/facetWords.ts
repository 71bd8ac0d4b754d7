/** @file What a facet of a filter is called on its chip. */
import { LAST_OPENING, type FacetName, type Filter } from './filter';
import { filters as words } from '../../strings';

/** Names that only the project knows. */
export interface Lookup {
  className: (id: string) => string;
  folderName: (folder: string) => string;
}

type Sayers = { [N in FacetName]: (value: NonNullable<Filter[N]>, lookup: Lookup) => string };

const SAYERS: Sayers = {
  status: (status) => words.status[status],
  class: ({ classes }, { className }) => words.or(classes.map(className)),
  guess: (classes, { className }) => words.or(classes.map(className)),
  confidence: ({ from, to }) => words.range(from, to),
  duplicates: () => '',
  role: (role) => words.role[role],
  how: (hows) => words.or(hows.map((how) => words.how[how])),
  added: (since) => (since === LAST_OPENING ? words.lastOpening : since),
  captured: ({ from, to }) => words.captured(from, to),
  folder: (folder, { folderName }) => folderName(folder),
  place: (places) => words.or(places),
  kind: (kind) => words.kind[kind],
  text: words.quoted,
  set: ({ title }) => title,
};

/** The value of a facet in words; '' where its name says it all. */
export function facetWords<N extends FacetName>(name: N, filter: Filter, lookup: Lookup): string {
  const value = filter[name];
  return value === undefined ? '' : SAYERS[name](value, lookup);
}
