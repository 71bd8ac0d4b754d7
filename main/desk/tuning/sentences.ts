/** @file What is said to a person where tuning cannot be. Runs in main. */

export const BUSY = 'A training is under way. Wait for it, or cancel it.';
export const READ_ONLY =
  'This project is open in another window, so that nothing can be kept here. Train there, or close it there first.';
export const LEAST_CLASSES =
  'Training takes labelled images of two classes at least, that are read and not kept for the check. Label some more.';
export const NO_RUN = 'There is no trained backbone to keep. Train first.';
export const NOTHING_BETTER =
  'No epoch was better than the backbone as it is, so that there is nothing to keep. More labelled images may help.';
export const CHANGED =
  'Images that this backbone learnt from have another label now, or none, so that it is not kept. Train again; what was read of the images is still there.';
export const ENDED =
  'The engine ended, and what was trained is lost. Nothing was changed; train again, which reads only what was not read yet.';
export const AWAY = 'The engine is being started again. Nothing is lost; try once more in a moment.';
export const SEEN_OTHERWISE =
  'Training was ended, because the images are seen another way now. Nothing was changed; train again.';
