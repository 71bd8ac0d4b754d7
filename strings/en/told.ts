/** @file What main, the engine and the decoder tell a person, by subject. Pure. */
export { disk } from './told/disk';
export { projects } from './told/projects';
export { refusals } from './told/refusals';
export { steps } from './told/steps';
