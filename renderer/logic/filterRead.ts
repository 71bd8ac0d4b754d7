/**
 * @file A filter as it was kept, read again. Facet by facet: what is not as this version writes it counts as absent.
 * Row sets are not kept, since rows have other numbers the next time.
 */
import { LAST_OPENING, type Facets, type FacetName, type Filter, type Part, type Status } from './filter';
import { HOWS } from './labels';
import { record } from './record';

type Readers = { [N in Exclude<FacetName, 'set'>]: (value: unknown) => Facets[N] | undefined };

const STATUSES: readonly Status[] = ['unlabelled', 'labelled', 'doubtful', 'failed', 'excluded'];
const PARTS: readonly Part[] = ['both', 'labelled', 'guessed'];
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MAX_LETTERS = 200;

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (value: unknown): T | undefined =>
    values.find((one) => one === value);

function strings(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found = value.filter((one): one is string => typeof one === 'string');
  return found.length > 0 ? found : undefined;
}

const fraction = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const isDay = (value: unknown): value is string => typeof value === 'string' && DAY.test(value);

const READERS: Readers = {
  status: oneOf(STATUSES),
  class: (value) => {
    const classes = strings(record(value)['classes']);
    const part = oneOf(PARTS)(record(value)['part']);
    return classes && part ? { classes, part } : undefined;
  },
  guess: strings,
  confidence: (value) => {
    const { from, to } = record(value);
    return fraction(from) && fraction(to) && from <= to ? { from, to } : undefined;
  },
  duplicates: (value) => (value === true ? true : undefined),
  role: oneOf(['learn', 'check'] as const),
  how: (value) => {
    const hows = (strings(value) ?? []).flatMap((one) => HOWS.find((how) => how === one) ?? []);
    return hows.length > 0 ? hows : undefined;
  },
  added: (value) => (value === LAST_OPENING || isDay(value) ? value : undefined),
  captured: (value) => {
    const { from, to } = record(value);
    const ends = { from: isDay(from) ? from : null, to: isDay(to) ? to : null };
    return ends.from !== null || ends.to !== null ? ends : undefined;
  },
  folder: (value) => (typeof value === 'string' && value !== '' ? value : undefined),
  place: strings,
  kind: oneOf(['image', 'box'] as const),
  text: (value) => (typeof value === 'string' && value !== '' ? value.slice(0, MAX_LETTERS) : undefined),
};

export function readFilter(value: unknown): Filter {
  const stored = record(value);
  const names = Object.keys(stored).filter((name): name is keyof Readers => Object.hasOwn(READERS, name));
  const facets = names.map((name) => [name, READERS[name](stored[name])] as const);
  return Object.fromEntries(facets.filter(([, facet]) => facet !== undefined));
}

/** What of a filter is kept. */
export function writeFilter(filter: Filter): unknown {
  return { ...filter, set: undefined };
}
