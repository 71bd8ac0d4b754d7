/** @file What calls do by which the engine looks through the items. Runs in main. */
import type { SearchCalls } from '../../contract/areas/search';
import type { HandlersOf } from '../router';
import type { HandlerParts } from './parts';

export const searchHandlers = ({ desk }: HandlerParts): HandlersOf<SearchCalls> => ({
  'search:similar': (items) => desk.open.searches.similar(items),
  'search:alike': () => desk.open.searches.alike(),
  'search:cancelAlike': () => desk.open.searches.cancelAlike(),
  'search:doubtful': (count) => desk.open.searches.doubtful(count),
  'search:mislabelled': () => desk.open.searches.mislabelled(),
});
