/**
 * @file Everything a person reads, in English, by view. `index.ts` gives the window each room in the language that was chosen;
 * another language is one file, see `languages.ts`.
 */
export { app, banner, broken, status } from './en/app';
export { backbones } from './en/backbones';
export { background } from './en/background';
export { boxWords } from './en/boxes';
export { classFiles } from './en/classFiles';
export { base, classes, estimate } from './en/classes';
export { fineTune } from './en/fineTune';
export { facts } from './en/facts';
export { framing } from './en/framing';
export { filters, sorts } from './en/filter';
export { details, empty, grid, toolbar } from './en/label';
export { answers } from './en/evaluate/answers';
export { contest } from './en/evaluate/contest';
export { evaluate } from './en/evaluate/evaluate';
export { questions } from './en/evaluate/questions';
export { methodWords } from '../../main/contract/methodWords';
export { exchange } from './en/exchange';
export { arranging, confident, finder, search } from './en/search';
export { check } from './en/check';
export { duplicates } from './en/duplicates';
export { groups } from './en/groups';
export { preview } from './en/preview';
export { exporting } from './en/export';
export { joining } from './en/joining';
export { looks } from './en/looks';
export { mapWords } from './en/map';
export { merging } from './en/merging';
export { moves } from './en/moves';
export { purging } from './en/purging';
export { results } from './en/results';
export { saving } from './en/saving';
export { shortcuts } from './en/shortcuts';
export { work } from './en/work';
export { welcome } from './en/welcome';
