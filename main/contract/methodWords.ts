/** @file What the methods are called, and each in one sentence with its paper: the window and reports say the same. */
import type { MethodId } from './training';

interface MethodWords {
  name: string;
  what: string;
  paper: string;
}

export const methodWords: Readonly<Record<MethodId, MethodWords>> = {
  imprinting: {
    name: 'Imprinting',
    what: 'A class is the mean of its images; nothing is trained. What the others are compared with.',
    paper: 'Qi, Brown and Lowe, CVPR 2018',
  },
  balanced: {
    name: 'Balanced imprinting',
    what: 'The same, with classes of few images drawn towards the mean of all, so that those of many do not win unfairly. What this program does.',
    paper: 'after Qi, Brown and Lowe, CVPR 2018, with shrinkage as in James and Stein, 1961',
  },
  softmax: {
    name: 'Cosine softmax',
    what: 'Begins with imprinting and trains the classes’ weights on your images (frozen features).',
    paper: 'Qi, Brown and Lowe, CVPR 2018',
  },
  'proxy-nca': {
    name: 'Proxy-NCA',
    what: 'Learns a projection that draws images to a proxy of their class (frozen features).',
    paper: 'Movshovitz-Attias and others, ICCV 2017',
  },
  nca: {
    name: 'NCA',
    what: 'Learns a projection in which the nearest neighbour is of the same class (frozen features).',
    paper: 'Goldberger, Roweis, Hinton and Salakhutdinov, NIPS 2004',
  },
  triplet: {
    name: 'Semi-hard triplets',
    what: 'Learns a projection from triples: two images of one class, one of another (frozen features).',
    paper: 'Schroff, Kalenichenko and Philbin, CVPR 2015',
  },
  protonet: {
    name: 'Prototypical network',
    what: 'A class is the mean of its images, and the nearest in plain distance wins (frozen features).',
    paper: 'Snell, Swersky and Zemel, NIPS 2017',
  },
  wdae: {
    name: 'wDAE-GNN',
    what: 'A graph network cleans imprinted weights by those of other classes (frozen features).',
    paper: 'Gidaris and Komodakis, CVPR 2019',
  },
  nearest: {
    name: 'Nearest neighbour',
    what: 'The label of the most similar labelled image. An outsider, for comparison.',
    paper: 'Cover and Hart, IEEE Transactions on Information Theory 13 (1967)',
  },
  logistic: {
    name: 'Logistic regression',
    what: 'The statistician’s classifier on the same embeddings. An outsider, for comparison.',
    paper: 'Cox, Journal of the Royal Statistical Society B 20 (1958)',
  },
};
