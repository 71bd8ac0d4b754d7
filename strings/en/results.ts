/** @file Sentences about folders that are only classified. */
import { count } from '../format';

export const results = {
  add: 'Classify another folder…',
  of: (folder: string, items: number) => `Results of ${folder} (${count(items)})`,
  show: 'Show them',
  save: 'Save them as…',
  remove: 'Take this folder out',
  couldNotAdd: 'The folder could not be classified',
};
