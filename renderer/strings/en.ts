/** @file Everything a person reads in the window, by view. Another language is another set of these. */
export { app, banner, broken, status } from './en/app';
export { base, classes, estimate } from './en/classes';
export { facts } from './en/facts';
export { filters, sorts } from './en/filter';
export { details, empty, grid, toolbar } from './en/label';
export { exchange } from './en/exchange';
export { confident, finder, search } from './en/search';
export { check } from './en/check';
export { duplicates } from './en/duplicates';
export { groups } from './en/groups';
export { preview } from './en/preview';
export { exporting } from './en/export';
export { mapWords } from './en/map';
export { moves } from './en/moves';
export { results } from './en/results';
export { saving } from './en/saving';
export { shortcuts } from './en/shortcuts';
export { welcome } from './en/welcome';
