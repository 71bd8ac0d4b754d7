/** @file Tells the engine which rows there are and what they hold, a part at a time. Runs in main. */

export interface HandOverParts {
  /** What the row's embedding is kept under; null: the engine is not to know the row, or cannot yet. */
  hash: (index: number) => string | null;
  /** Rows of these whose content has no embedding; null: nobody is there to be told. */
  tell: (rows: { index: number; hash: string }[]) => Promise<number[]> | null;
}

const AT_A_TIME = 1000;

/**
 * The engine reads each embedding from the disk, and is asked for other things between two parts.
 * @returns rows whose content the engine has no embedding of; nothing is missing where nobody was told
 */
export async function handOver(rows: readonly number[], { hash, tell }: HandOverParts): Promise<number[]> {
  const missing: number[] = [];
  for (let at = 0; at < rows.length; at += AT_A_TIME) {
    // Asked now and not before: a row may have gone meanwhile.
    const known = rows.slice(at, at + AT_A_TIME).flatMap((index) => {
      const kept = hash(index);
      return kept === null ? [] : [{ index, hash: kept }];
    });
    const answer = known.length > 0 ? tell(known) : null;
    if (answer) missing.push(...(await answer));
  }
  return missing;
}
