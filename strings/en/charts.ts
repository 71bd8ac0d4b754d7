/** @file What stands in charts, in the window and in reports: axes, legends and notes beside marks. */
export const charts = {
  differences: {
    axis: 'Points better or worse than imprinting',
    beyond: 'beyond chance',
    within: 'within chance',
  },
  learningCurve: { shots: 'Images per class', estimate: 'Estimate' },
  offset: { offset: 'Offset γ, logits', right: 'Told right', own: 'Your classes', base: 'ImageNet’s' },
  operating: {
    alarms: 'False alarms, of all others',
    misses: 'Missed, of the class',
    counted: 'counted',
    atMost: 'at most (95 %)',
    /** @param share as a person reads it */
    wanted: (share: string) => `wished for: at most ${share}`,
    chosen: 'chosen threshold',
  },
  reliability: { said: 'Percentage said', right: 'Were right', images: 'Images' },
  training: {
    by: { Steps: 'Steps', Epochs: 'Epochs' },
    loss: 'Loss',
    heldOut: 'Held-out estimate',
  },
};
