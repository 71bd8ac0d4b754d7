/** @file Sentences of the Fine-tune view. */
export const tuning = {
  couldNot: {
    read: 'What guesses come from could not be found out',
    start: 'The training could not begin',
    cancel: 'The training could not be cancelled',
    keep: 'The head was not kept',
    discard: 'The head could not be discarded',
    back: 'Guesses still come from the fine-tuned head',
  },
};
