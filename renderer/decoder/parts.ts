/**
 * @file What is to be made of a file: the whole image's input and thumbnail, a view, or the same for each box in it; and
 * which of these share a decode. Pure.
 */
import type { Box, Framing } from '../../main/contract/model';
import type { DecodeJob } from '../../main/images/decoder/protocol';
import { withMargin } from '../../main/images/decoder/regions';
import { cropOf } from './framing';
import type { ImageHeader } from './headers/header';
import { planDecode, thumbnailSize, type Plan, type PlanRequest } from './plan';
import type { Rect, Size } from './reduce/strip';

export interface Part {
  /** Under which the engine gets the input: the job's, or the box's own. */
  id: number;
  box: Box | null;
  plan: Plan;
  /** What a JPEG shows, in upright, decoded pixels, and its size; null: none is wanted. */
  shown: { crop: Rect; size: Size } | null;
}

/** Parts of one scale, at least one. */
export type OneScale = [Part, ...Part[]];

type Wish = Pick<Part, 'id' | 'box'> & { seen: Omit<PlanRequest, 'srgb'>; shows: 'all' | 'seen' | Box };

/** The parts of a job, by the scale at which they are decoded: what another box needs changes nothing for this one. */
export function partsOf(job: DecodeJob, header: ImageHeader, srgb: boolean): OneScale[] {
  const parts = wishesOf(job).map(({ id, box, seen, shows }): Part => {
    const plan = planDecode(header, { ...seen, srgb });
    return { id, box, plan, shown: shownOf(job.thumbnailSize, plan, shows) };
  });
  const scales = new Map<number, OneScale>();
  for (const part of parts) {
    const same = scales.get(part.plan.scale);
    if (same) same.push(part);
    else scales.set(part.plan.scale, [part]);
  }
  return [...scales.values()];
}

function wishesOf({ id, boxes, view, framing, inputSize, thumbnailSize: longest }: DecodeJob): Wish[] {
  if (boxes.length > 0)
    return boxes.map(({ id: own, box }) => ({
      ...{ id: own, box, shows: box },
      seen: { framing: { kind: 'region', box: withMargin(box) }, inputSize },
    }));
  if (!view || longest === null) return [{ id, box: null, seen: { framing, inputSize }, shows: 'all' }];
  // A view needs pixels for its own size; a thumbnail takes what there is for the input.
  const region: Framing = view.region ? { kind: 'region', box: view.region } : { kind: 'stretch' };
  return [{ id, box: null, seen: { framing: region, inputSize: longest, side: 'long' }, shows: 'seen' }];
}

function shownOf(longest: number | null, { crop, upright }: Plan, shows: Wish['shows']): Part['shown'] {
  if (longest === null) return null;
  const whole = { left: 0, top: 0, ...upright };
  const shown =
    shows === 'all' ? whole : shows === 'seen' ? crop : cropOf({ kind: 'region', box: shows }, upright);
  return { crop: shown, size: thumbnailSize(shown, longest) };
}
