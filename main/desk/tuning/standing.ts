/**
 * @file Whether a tuned backbone may be used: every label that it learnt from still stands. Pure; runs in main.
 *
 * [Note: exact unlearning] What a person takes away must leave no trace, and the weights of a tuned backbone are made of all that it
 * learnt from. So it is out of use as soon as one of these labels is taken away, changed, excluded or kept for the check, and comes
 * back when that is undone. Labels given since do not matter to it.
 */
import type { KeptTuning, TuningStanding } from '../../contract/areas/tuning';
import type { ProjectDocument } from '../../contract/model';
import type { TunedAbout } from '../../engine/tuning/protocol';
import type { Library } from '../../images/library';
import { isTuned } from '../../contract/backboneIds';
import { takesPart } from '../rows';
import type { KeptTunings } from './keptTunings';
import { told } from '../../../strings/words';

type Items = Pick<Library['items'], 'indexOf' | 'hash'>;

/** @param about null: its files are gone */
export function standingOf(
  document: ProjectDocument,
  about: TunedAbout | null,
  items: Items,
): TuningStanding {
  if (!isTuned(document.settings.backbone)) return { kind: 'shipped' };
  if (!about) return { kind: 'out of use', tuned: null, why: told().tuning.filesGone };
  const lost = lostOf(document, about.learnt, items);
  const tuned = shownOf(about);
  if (lost === 0) return { kind: 'tuned', tuned };
  const why = told().tuning.labelsLost(lost);
  return { kind: 'out of use', tuned, why };
}

function shownOf({ request, at, images, groups, classes, best, report }: TunedAbout): KeptTuning {
  return { request, at, images, groups, classes, best, report };
}

/** How many of the items are no longer labelled so, or teach no longer. A file that has another name now is still the same. */
export function lostOf(document: ProjectDocument, learnt: TunedAbout['learnt'], items: Items): number {
  const counts = takesPart(document);
  const teaches = (item: string): boolean => document.roles[item] !== 'check' && counts(item);
  const lost = learnt.filter(([item, of]) => document.labels[item]?.class !== of || !teaches(item));
  if (lost.length === 0) return 0;
  const there = new Set(
    Object.entries(document.labels).flatMap(([item, label]) => {
      const row = teaches(item) ? items.indexOf(item) : null;
      return row === null ? [] : [`${items.hash(row)} ${label.class}`];
    }),
  );
  return lost.filter(([, of, key]) => !there.has(`${key} ${of}`)).length;
}

/** Folder of the backbone that a project is seen by while none of its images is known yet; null: the shipped one. */
export async function tunedAtFirst(document: ProjectDocument, kept: KeptTunings): Promise<string | null> {
  const { backbone } = document.settings;
  if (!isTuned(backbone)) return null;
  const nothing = { indexOf: () => null, hash: () => null };
  const standing = standingOf(document, await kept.about(backbone), nothing);
  return standing.kind === 'tuned' ? kept.dirOf(backbone) : null;
}
