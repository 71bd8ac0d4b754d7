/**
 * @file In which space a class was summed: sums can only be added to others that come from the same backbone and the same way from
 * an image file to its input. Pure; runs in main and in the engine.
 */
import { createHash } from 'node:crypto';
import type { Framing } from '../contract/model';
import type { BackboneIdentity } from '../engine/backbone/backbone';
import { DECODER_VERSION } from '../images/decoder/protocol';
import { BOX_MARGIN } from '../images/decoder/regions';
import { told } from '../../strings/words';

export interface SumSpace {
  backbone: { id: string; name: string; hash: string; dimension: number };
  preprocessing: Preprocessing & { hash: string };
}

interface Preprocessing {
  framing: Framing;
  /** What the model sees around a box, as a part of its side. */
  boxMargin: number;
  decoderVersion: number;
}

/** The space of a project that is seen like this. */
export function spaceOf(backbone: BackboneIdentity, framing: Framing): SumSpace {
  const { id, name, hash, embeddingSize: dimension } = backbone;
  const seen = { framing, boxMargin: BOX_MARGIN, decoderVersion: DECODER_VERSION };
  return {
    backbone: { id, name, hash, dimension },
    preprocessing: { ...seen, hash: preprocessingHash(seen) },
  };
}

/** Lower-case hex SHA-256 of all that is done to an image before the backbone gets it. */
export function preprocessingHash({ framing, boxMargin, decoderVersion }: Preprocessing): string {
  return createHash('sha256')
    .update(JSON.stringify([framingValues(framing), boxMargin, decoderVersion]))
    .digest('hex');
}

function framingValues(framing: Framing): unknown[] {
  if (framing.kind !== 'region') return [framing.kind];
  const { x, y, width, height } = framing.box;
  return [framing.kind, x, y, width, height];
}

/** Why sums of one space cannot count in another, a sentence that names both; null: it is the same. */
export function mismatch(theirs: SumSpace, ours: SumSpace): string | null {
  const [a, b] = [theirs.backbone, ours.backbone];
  if (a.hash !== b.hash || a.dimension !== b.dimension)
    return told().sums.otherBackbone(named(a.name, a.hash), named(b.name, b.hash));
  const [x, y] = [theirs.preprocessing, ours.preprocessing];
  if (x.hash !== y.hash) return told().sums.otherFraming(seenAs(x), seenAs(y));
  return null;
}

const HASH_SHOWN = 8;
const short = (hash: string): string => `${hash.slice(0, HASH_SHOWN)}…`;
const named = (name: string, hash: string): string => `${name} (${short(hash)})`;

const seenAs = ({ framing, hash }: SumSpace['preprocessing']): string =>
  `${told().sums.framings[framing.kind]} (${short(hash)})`;
