/** @file The questions of the Evaluate view, what each is about in two sentences, and the paper behind it. */
import type { Question } from '../../../renderer/logic/evaluate/questions';

interface QuestionWords {
  /** In the list, and above the answer. */
  title: string;
  /** 'What is this?' */
  what: string;
  papers: string;
}

const QI = 'Qi, Brown and Lowe, ‘Low-Shot Learning with Imprinted Weights’ (CVPR 2018)';

export const questions: Readonly<Record<Question, QuestionWords>> = {
  known: {
    title: 'How good is it?',
    what: 'The accuracy is how often the guess was right on images drawn at random and labelled without seeing it; the estimate asks the same of your learning images, each held out in its turn. The bar is the 95\u00a0% interval: drawn again and again, about 95 of 100 such bars would hold the true value.',
    papers: `Wilson, Journal of the American Statistical Association 22 (1927); Efron and Tibshirani, ‘An Introduction to the Bootstrap’ (1993); ${QI}.`,
  },
  classes: {
    title: 'Which classes are hard?',
    what: '‘Found’ is the share of a class’s own images that are called by its name (recall), ‘right when named’ the share of what is called by its name that is of it (precision). F1 is their harmonic mean, from 0 to 1, and low as soon as one of them is.',
    papers: 'Van Rijsbergen, ‘Information Retrieval’ (1979); Wilson (1927) for the intervals.',
  },
  confusion: {
    title: 'What is taken for what?',
    what: 'Each row holds the images of one class, each column what they were called, so that right answers lie on the diagonal. Look at the images of a cell: often a label is wrong, or two classes can hardly be told apart by anyone.',
    papers:
      'Stehman, ‘Selecting and Interpreting Measures of Thematic Classification Accuracy’, Remote Sensing of Environment 62 (1997).',
  },
  percentages: {
    title: 'Are its percentages honest?',
    what: 'Guesses are sorted into ten bins by their percentage; where they are honest, about 70\u00a0% of those that say 70\u00a0% are right, and the points lie on the diagonal. The calibration error is the mean distance from it, each bin weighted by its images.',
    papers: 'Guo, Pleiss, Sun and Weinberger, ‘On Calibration of Modern Neural Networks’ (ICML 2017).',
  },
  curve: {
    title: 'Do I need more images?',
    what: 'The same images are asked about again and again while more and more images per class teach, so that a rise can only come from the images added. Where the line is flat, more images of the same kind will hardly help; other places, seasons or cameras may.',
    papers: `Figueroa and others, BMC Medical Informatics and Decision Making 12 (2012); ${QI}.`,
  },
  operating: {
    title: 'What must not be missed?',
    what: 'Whoever must not miss a class puts up with false alarms: the lower the threshold, the fewer of its images are missed and the more others are reported. Both are counted on the images of the blind check alone, each with a bound that holds in 95 of 100 cases.',
    papers: 'Clopper and Pearson, ‘The Use of Confidence or Fiducial Limits’, Biometrika 26 (1934).',
  },
  methods: {
    title: 'Is another method better?',
    what: 'All methods learn from the same images and are asked about the same others, and each is compared with plain imprinting on these. A difference is beyond chance only where its interval leaves out zero and p, made larger for the number of methods that were tried, is below 0.05.',
    papers: `Holm, Scandinavian Journal of Statistics 6 (1979); ${QI}.`,
  },
  base: {
    title: 'Are ImageNet’s classes intact?',
    what: 'With your classes beside ImageNet’s 1000, some images of those are drawn to yours; their accuracy before and after tells how many. Without a folder of such images nobody can say, and nothing is said.',
    papers: `${QI}; Gidaris and Komodakis, ‘Dynamic Few-Shot Visual Learning without Forgetting’ (CVPR 2018).`,
  },
};
