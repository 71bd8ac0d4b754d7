/** @file Calls about the backbone of the open project. */

/** A backbone that this installation has. */
export interface BackboneShown {
  id: string;
  name: string;
  /** It came with the program, or the person added it. */
  kind: 'shipped' | 'own';
  /** Side of the square that it gets, pixels. */
  side: number;
  /** Of its weights. */
  bytes: number;
  /** On the sample photos when it was added; null: not measured. */
  imagesPerSecond: number | null;
}

/** One of the person's own whose description cannot be read. */
export interface DamagedBackbone {
  id: string;
  /** A sentence that names the file. */
  reason: string;
}

/** What it would take to see the images by a backbone. */
export interface BackboneCost {
  id: string;
  /** Images and boxes that would have to be read; null while the engine is away, which knows it. */
  items: number | null;
}

export interface BackboneCalls {
  /** One for each that is installed. Nothing is changed by asking. */
  'backbone:costs': () => BackboneCost[];
  /** They are in no list, and can be removed, or added again, which mends them. */
  'backbone:damaged': () => DamagedBackbone[];
  /** From now on the project is seen by this one, which is an undoable step. */
  'backbone:choose': (id: string) => void;
}

export const backboneChannels: Record<keyof BackboneCalls, true> = {
  'backbone:costs': true,
  'backbone:damaged': true,
  'backbone:choose': true,
};
