/** @file What metadata.json says of 'none of these'. Pure: runs in the engine and in tests. */
import { keptRejection } from '../guessing/keptRejection';
import type { LessonHead } from '../guessing/lesson';
import type { Study } from '../guessing/study';
import { FALSE_REJECTIONS } from '../guessing/taught';
import { groupsNeeded } from '../imprinting/rejection';
import type { Metadata } from '../modelFile/metadata';

/** s, or null where own scores are no multiples of a cosine by one number: linear heads, and those that were trained. */
export function scaleOf({ head, taught, kept }: Study): number | null {
  return head.input === 'unit' && !kept ? taught.headScale : null;
}

/** On logits: those of own classes beside the backbone's are higher by γ. */
function keptRejectionOf(kept: LessonHead, study: Study): Metadata['rejection'] {
  const { lesson } = study.taught;
  const found = keptRejection(kept, lesson);
  const { groups, needed } = kept.rejection ?? { groups: 0, needed: groupsNeeded(FALSE_REJECTIONS) };
  const counts = { threshold: null, heldOutGroups: groups, groupsNeeded: needed };
  if (typeof found === 'string')
    return { ...counts, logit: null, falseRejectRate: null, foreignAccepted: null, reason: found };
  const { threshold, falseRejectRate, foreignAccepted, why } = found;
  const logit = threshold + (study.base ? (lesson.settings.offset ?? 0) : 0);
  return { ...counts, logit, falseRejectRate, foreignAccepted, reason: why };
}

export function rejectionOf(study: Study): Metadata['rejection'] {
  if (study.kept) return keptRejectionOf(study.kept, study);
  const { groups, needed, threshold, falseRejectRate, foreignAccepted, why } = study.rejection;
  const counts = { heldOutGroups: groups, groupsNeeded: needed };
  const none = { threshold: null, logit: null, falseRejectRate: null, foreignAccepted: null, ...counts };
  const scale = scaleOf(study);
  if (scale === null)
    return {
      ...none,
      reason: 'The scores of this head are no cosines, and a threshold on them was not measured.',
    };
  if (threshold === null)
    return { ...none, reason: `A threshold needs ${needed} held-out groups of images; there are ${groups}.` };
  return {
    threshold,
    logit: threshold * scale + (study.base ? (study.taught.lesson.settings.offset ?? 0) : 0),
    reason: why,
    falseRejectRate,
    foreignAccepted,
    ...counts,
  };
}
