/** @file From version 1 to 2: folders say what they and their subfolders are for, classes what kind they are. */
import type { Migration, RawDocument } from './index';

export const kinds: Migration = {
  from: 1,
  name: 'kinds of folders and classes',
  up: (document) => ({
    ...document,
    folders: each(document['folders'], { subfolders: 'unasked', purpose: 'label' }),
    classes: each(document['classes'], { kind: 'class' }),
    places: {},
    times: {},
  }),
};

/** What is no list of objects stays as it is: the schema says what is wrong with it. */
function each(list: unknown, more: RawDocument): unknown {
  if (!Array.isArray(list)) return list;
  return list.map((one: unknown) => (typeof one === 'object' && one !== null ? { ...one, ...more } : one));
}
