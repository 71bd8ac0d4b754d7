/** @file What main, the engine and the decoder tell a person, by subject. Pure. */
export { adding } from './told/adding';
export { disk } from './told/disk';
export { ownBackbone } from './told/ownBackbone';
export { projects } from './told/projects';
export { refusals } from './told/refusals';
export { steps } from './told/steps';
