/** @file What a grid cell shows and is called, from the tables. */
import type { ClassInfo, ItemRow } from '../../main/contract/model';
import { background, check, grid } from '../../strings';
import { isBlind } from './blind';
import { percent } from '../../strings/format';
import { baseGuessAt, guessAt, type BaseGuess, type Guess } from './guesses';
import type { Tables } from './tables';

export interface CellView {
  /** Accessible name: 'fish/a.webp, guess Perch 83 %'. */
  name: string;
  state: 'labelled' | 'guessed' | 'open' | 'waiting' | 'failed' | 'gone';
  excluded: boolean;
  /** Its file is not there; what is known of it may be. */
  gone: boolean;
  /** Of the label or of the guess. */
  class: ClassInfo | null;
  /** '83 %', 'likely', … ; empty where nothing may be said. */
  certainty: string;
  /** The guess is a rejected or a doubtful one. */
  weak: boolean;
  /** The guess is a rejected one. */
  unlike: boolean;
  base: BaseGuess | null;
  /** It belongs to the check and has no label yet: nothing may tell its guess. */
  blind: boolean;
}

type Classes = ReadonlyMap<string, ClassInfo>;

export function describeCell(
  tables: Pick<Tables, 'items' | 'labels' | 'guesses'>,
  classes: Classes,
  row: number,
): CellView | null {
  const item = tables.items[row];
  if (!item) return null;
  const excluded = tables.labels.excluded[row] === 1;
  const label = classes.get(tables.labels.classAt(row) ?? '') ?? null;
  const silent = excluded || label !== null || !hasGuess(item);
  const guess = silent ? null : guessAt(tables.guesses, row);
  const info = label ?? classes.get(guess?.class ?? '') ?? null;
  const view = {
    state: label ? ('labelled' as const) : stateOf(item, info),
    excluded,
    gone: item.state === 'gone',
    class: info,
    certainty: guess && info ? certaintyOf(guess) : '',
    unlike: guess?.word === 'unlike anything',
    weak: guess !== null && guess.word !== null && guess.word !== 'likely',
    base: silent ? null : baseGuessAt(tables.guesses, row),
    blind: isBlind(tables.labels, row),
  };
  return { ...view, name: nameOf(item, view) };
}

/** Of images whose folder is not there guesses go on, by the embeddings that were kept. */
const hasGuess = ({ state }: ItemRow): boolean => state === 'ready' || state === 'gone';

function stateOf(item: ItemRow, guessed: ClassInfo | null): CellView['state'] {
  if (item.state === 'removed') return 'gone';
  if (item.state === 'gone' && guessed) return 'guessed';
  if (item.state !== 'ready') return item.state;
  return guessed ? 'guessed' : 'open';
}

/** What a guess of the class is called. */
export function guessName({ name, kind }: Pick<ClassInfo, 'name' | 'kind'>): string {
  return kind === 'background' ? background.guess(name) : name;
}

/** The percentage where there is one (with a question mark where the image is unlike anything), else the word. */
export function certaintyOf(guess: Guess): string {
  if (guess.confidence === null) return guess.word ?? '';
  const certainty = percent(guess.confidence);
  return guess.word === 'unlike anything' ? grid.rejectedPercent(certainty) : certainty;
}

function nameOf(item: ItemRow, view: Omit<CellView, 'name'>): string {
  const parts = [item.box ? grid.boxIn(item.path) : item.path];
  if (view.class && view.state === 'labelled') parts.push(grid.labelled(view.class.name));
  if (view.class && view.state === 'guessed') parts.push(grid.guess(guessName(view.class), view.certainty));
  if (view.blind) parts.push(check.hiddenName);
  if (view.excluded) parts.push(grid.excluded);
  if (view.state === 'waiting') parts.push(grid.waiting);
  if (item.state === 'failed') parts.push(grid.failed);
  if (item.state === 'gone') parts.push(grid.gone);
  if (view.base) parts.push(view.base.wins ? grid.baseWins(view.base.name) : grid.base(view.base.name));
  // Last, so that the name holds what is seen in its order: what the question mark behind a percentage means.
  if (view.unlike && view.certainty !== grid.unlike) parts.push(grid.unlike);
  return parts.join(', ');
}
