/** @file Sentences about own classes beside those of the backbone. */
import { count, percent } from '../format';
import { plural } from './plural';

export const joining = {
  title: 'Your classes beside ImageNet’s',
  lead: 'Where both may win, each takes images of the other. γ is added to your classes’ scores: higher, and they win more often, at ImageNet’s expense.',
  offset: 'Offset γ',
  offsetHint: 'In logits. 0: as the method has it',
  chart: 'Told right over γ; dashed upright: the γ that is set',
  columns: ['γ', 'Your classes', 'ImageNet’s', 'Harmonic mean'],
  novel: (share: number, images: number) =>
    `At this γ ${percent(share)} of ${plural(images, 'held-out image')} of your classes are told right, all of ImageNet’s classes beside them (an estimate, by imprinting).`,
  base: (share: number, images: number) =>
    `Of ${plural(images, 'image')} of ImageNet’s classes: ${percent(share)}.`,
  collisions: 'Which of ImageNet’s classes are nearest',
  collisionColumns: ['Your class', 'Nearest of ImageNet’s', 'Cosine', 'Takes of yours', 'What to do'],
  takes: (wins: number, asked: number) => (asked === 0 ? '–' : `${count(wins)} of ${count(asked)}`),
  leaveOut: 'Leave it out',
  leaveOutHint: (label: string) =>
    `${label} is no answer any more, here and in exports. You can take it back`,
  same: 'The same thing',
  sameHint: (own: string, label: string) =>
    `${own} is called ${label} from now on, and ImageNet’s is left out`,
  left: (classes: number) => `Left out of ImageNet’s: ${plural(classes, 'class', 'classes')}`,
  takeBack: (label: string) => `Take ${label} back`,
  own: 'Guesses are among your own classes alone. Beside ImageNet’s 1000 classes, this is where to see which of them take your images.',
  couldNot: 'How your classes stand beside ImageNet’s could not be found out',
};
