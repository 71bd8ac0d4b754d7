/**
 * @file Fills the table of guesses, block by block. Runs in the engine and in tests.
 */
import type { GuessTable } from '../../contract/model';
import type { Block, EmbeddingMatrix } from './embeddings';
import type { Join } from './join';
import type { Pause } from './pace';
import type { Scorer } from './scorer';
import type { Space } from './space';
import { writeGuess } from './table';
import type { Taught } from './taught';

export interface FillParts {
  readonly matrix: EmbeddingMatrix;
  readonly scorer: Scorer;
  /** Where classes were imprinted. */
  readonly space: Space;
  /** Where base classes are shown beside own ones. */
  readonly join: Join | null;
  readonly pause: Pause;
}

/** The backbone's classes beside own ones, whatever made these. */
export type BaseSide = Pick<Join, 'base' | 'classifier'>;

/** So many base classes are found while the person waits; for more than that own guesses come first. */
const AT_ONCE = 2048;

/**
 * Best base class of every item, and the names of those that occur.
 * @returns how many items have none yet although they could: too many to wait for
 */
export async function fillBase(
  table: GuessTable,
  { base, classifier }: BaseSide,
  parts: Pick<FillParts, 'scorer' | 'pause'>,
): Promise<number> {
  const { labels, part } = classifier;
  const { outdated } = base;
  const pending = outdated > AT_ONCE ? outdated : 0;
  if (pending === 0) await base.update(parts.scorer, parts.pause);
  for (let index = 0; index < table.count; index++) {
    const place = base.class(index);
    const found = place < 0 ? place : (part?.indices[place] ?? place);
    table.base[index] = found;
    if (found >= 0) table.baseNames[found] = labels[place] ?? `class ${found}`;
  }
  return pending;
}

/** Guesses among own classes, and where the joint head prefers a base class; after {@link fillBase}. */
export async function fillOwn(table: GuessTable, taught: Taught, parts: FillParts): Promise<void> {
  const prepared = parts.scorer.prepare(parts.space.rows(taught.prototypes));
  try {
    for (const block of parts.matrix.blocks(table.count)) {
      fillBlock(table, block, prepared.products(block.units), taught, parts);
      await parts.pause();
    }
  } finally {
    prepared.dispose();
  }
}

function fillBlock(
  table: GuessTable,
  block: Block,
  products: Float32Array,
  taught: Taught,
  parts: FillParts,
): void {
  const { matrix, space, join } = parts;
  const { classes } = taught.prototypes;
  const { cosines, lengths } = space.scores(products, block, taught.prototypes);
  for (let i = 0; i < block.count; i++) {
    const index = block.first + i;
    if (!matrix.has(index)) continue;
    const best = writeGuess(table, index, cosines, i * classes, taught);
    if (!join || table.base[index]! < 0) continue;
    const novel = join.novelScore(best, lengths?.[i], taught.headScale);
    if (join.base.score(index) > novel) table.baseWins[index] = 1;
  }
}
