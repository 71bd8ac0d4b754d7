/** @file What the fake main process says of its project: estimate, details of an item, progress. */
import type {
  EmbeddingState,
  Estimate,
  GuessTable,
  ItemDetails,
  ItemRow,
  Progress,
  ProjectDocument,
} from '../../../../main/contract/model';
import { cosine, prototypes } from './guesses';

type Embeddings = ReadonlyMap<string, Float64Array>;

export function fakeEstimate(document: ProjectDocument, embeddings: Embeddings, revision: number): Estimate {
  const classes = prototypes(document, embeddings).map(({ class: id, images }) => {
    const leaveOneOut = images > 1 ? 1 - 0.5 / images : null;
    return { class: id, images, groups: images, prototypes: Math.min(1, images), leaveOneOut };
  });
  const values = classes.flatMap((one) => one.leaveOneOut ?? []);
  return {
    revision,
    leaveOneOut: values.length > 1 ? values.reduce((a, b) => a + b, 0) / values.length : null,
    estimable: values.length,
    total: document.classes.length,
    classes,
    check: null,
  };
}

export function fakeDetails(
  item: string,
  document: ProjectDocument,
  embeddings: Embeddings,
  { scale }: GuessTable,
): ItemDetails {
  const mine = embeddings.get(item) ?? new Float64Array();
  const own = prototypes(document, embeddings).map((one) => {
    return { class: one.class, cosine: cosine(mine, one.vector) };
  });
  const logits = own.map((one) => Math.exp((scale ?? 0) * 4 * one.cosine));
  const sum = logits.reduce((a, b) => a + b, 0);
  const guesses = own.map((one, i) => ({
    ...one,
    confidence: scale === null ? null : (logits[i] ?? 0) / sum,
  }));
  const neighbours = Object.keys(document.labels)
    .filter((other) => other !== item)
    .map((other) => ({ item: other, cosine: cosine(mine, embeddings.get(other) ?? mine) }));
  const base = [
    { label: 'tench', confidence: 0.61 },
    { label: 'hammer', confidence: 0.2 },
  ];
  return {
    item,
    guesses: guesses.sort((a, b) => b.cosine - a.cosine),
    base: document.settings.base === 'none' ? [] : base,
    neighbours: neighbours.sort((a, b) => b.cosine - a.cosine).slice(0, 6),
  };
}

export function fakeProgress(items: readonly ItemRow[], done: number, state: EmbeddingState): Progress {
  const failed = items.filter((item) => item.state === 'failed').length;
  const secondsLeft = (items.length - done) / 148;
  return { state, done, total: items.length, failed, rate: 148, secondsLeft, trouble: null };
}
