/** @file What the figures of a report mean. */
export const meaning = {
  title: 'What the figures mean',
  /** What stands between two asterisks and two is shown bold. */
  list: [
    '**Estimate**: the share of images named rightly by a head that had not seen them nor any of their group. It is counted on images that somebody chose to label, which are seldom like all the others. Only a blind check measures the accuracy on a folder.',
    '**Intervals** say how far a figure could be off had other images been labelled: whole groups are drawn anew, those that teach and those that are asked (Efron and Tibshirani, ‘An Introduction to the Bootstrap’, 1993).',
    '**Difference to imprinting** is counted on the same images and the same questions. **p** is the chance of one as large if there were none, made larger for the number of methods that were tried (Holm, Scandinavian Journal of Statistics 6, 1979). A difference is said to be beyond chance only where p is below 0.05 and the interval leaves out zero.',
    '**Found** (recall) is the share of a class’s images that were called so, **right when named** (precision) the share of those called so that are so, **F1** their harmonic mean.',
    '**Calibration error**: how far percentages are off on average, in ten bins (Guo and others, ICML 2017).',
    '**ImageNet’s classes** beside own ones: the share of images of base classes that are still named rightly; the **harmonic mean** of that and the estimate is low as soon as one of them is.',
  ],
  whose:
    'Imprinting is by Qi, Brown and Lowe, ‘Low-Shot Learning with Imprinted Weights’ (CVPR 2018). ‘Frozen features’ means that the network that sees was not trained, only what is made of its answers.',
};
