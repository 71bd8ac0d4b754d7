/** @file From what was given to what the engine is asked. Runs in main. */
import { PersonError } from '../../contract/errors';
import type { SplitRule } from '../../contract/evaluation';
import type { Session } from '../../desk/session';
import type { ContestQuestion, KnownImage, KnownImages } from '../../engine/evaluating/question';
import { rowsIn, type FolderRow } from '../folder/rows';
import { topFolder } from '../folder/baseFolders';
import type { EvaluateOptions } from '../invocation';
import { namesOf, type EvaluateInput, type Source } from './input';
import { fileName } from './labelled';

/** All that the rules have in common. */
export type Asked = Omit<ContestQuestion, 'rule'>;

/** One for each number of shots. */
export function rulesOf(rule: EvaluateOptions['rule']): SplitRule[] {
  if (rule.kind !== 'episodes') return [rule];
  return rule.shots.map((shots) => ({ ...rule, shots }));
}

/** @returns what is asked, and the folders' rows that could not be read */
export async function questionOf(
  session: Session,
  { set, others, base }: EvaluateInput,
  options: EvaluateOptions,
): Promise<{ asked: Asked; failed: FolderRow[] }> {
  const { across, seed, projection, steps } = options;
  const failed: FolderRow[] = [];
  const known = async (source: Source, domain: DomainOf): Promise<Known> => {
    const names = namesOf(source);
    if (source.kind === 'embeddings') return { names, images: givenImages(source, names) };
    const rows = await rowsIn(session, source.images.folder);
    failed.push(...rows.filter((row) => row.state === 'failed'));
    return { names, images: readImages(rows, (row) => names.indexOf(row.class ?? ''), domain) };
  };
  const { names, images } = await known(set, domainOf(session, across));
  requireDomains(images, across);
  const asked: Asked = {
    revision: session.store.revision,
    classes: names.map((name) => ({ id: name, name })),
    set: images,
    others: others && (await known(others, () => null)).images,
    base: { base: options.base, join: options.join, offset: options.offset },
    baseImages: base && readImages(await rowsIn(session, base.folder), baseClass(base.classes), () => null),
    ...{ methods: withImprinting(options.methods), seed, across: across !== null, projection, steps },
  };
  return { asked, failed };
}

/** The others are compared with it. */
const withImprinting = (methods: EvaluateOptions['methods']): EvaluateOptions['methods'] =>
  methods.includes('imprinting') ? methods : ['imprinting', ...methods];

interface Known {
  names: string[];
  images: KnownImages;
}
type DomainOf = (row: FolderRow) => string | null;

function givenImages(
  { matrix, images }: Extract<Source, { kind: 'embeddings' }>,
  names: string[],
): KnownImages {
  return {
    embeddings: { dimension: matrix.columns, values: matrix.values },
    images: images.map((image): KnownImage => ({ ...image, class: names.indexOf(image.class), bulk: false })),
  };
}

/** Images with the same bytes are one group: one would give the other's answer away. */
function readImages(
  rows: readonly FolderRow[],
  classOf: (row: FolderRow) => number,
  domain: DomainOf,
): KnownImages {
  const images = rows.flatMap((row): KnownImage[] => {
    const own = row.state === 'ready' ? classOf(row) : -1;
    const group = row.hash ?? row.id;
    return own < 0 ? [] : [{ row: row.index, class: own, group, bulk: false, domain: domain(row) }];
  });
  return { embeddings: null, images };
}

const baseClass =
  (classes: ReadonlyMap<string, number>) =>
  ({ path }: FolderRow): number =>
    classes.get(topFolder(path)) ?? -1;

function domainOf({ library: { items } }: Session, across: string | null): DomainOf {
  if (across === 'camera') return ({ index }) => items.row(index).camera;
  return ({ path }) => (across === null ? null : fileName(path));
}

function requireDomains({ images }: KnownImages, across: string | null): void {
  const unsaid = images.filter(({ domain }) => domain === null || domain === '').length;
  if (across === null || unsaid === 0) return;
  throw new PersonError(
    `${unsaid} of ${images.length} images do not say their ${across}, so they cannot be asked about across it. Leave them out, or --across.`,
  );
}
