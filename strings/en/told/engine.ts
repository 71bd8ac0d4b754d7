/** @file What the engine says: guesses, estimates, maps and trainings. */

const TRAIN_AGAIN = 'Guesses come from imprinting. Train again to have it back.';
const inAll = (images: number): string => (images === 1 ? '1 image' : `${images} images`);

export const engine = {
  notKept: 'Embeddings are not kept on the disk for now, so these images are embedded again next time',
  keptDamaged: 'Some kept embeddings were damaged. Those images are embedded again.',
  nothingAsked: 'Nothing was asked.',
  noneOfClassAsked: 'No image of this class was asked.',
  noneCalledClass: 'No image was called this class.',
  comparisonUnderWay: 'A comparison is under way. Wait for it, or cancel it.',
  otherNetwork: (dimension: number, what: string, other: number): string =>
    `The embeddings have ${dimension} values, and ${what} have ${other}: they are not from the same network. Nothing was evaluated.`,
  estimateNeeds:
    'An estimate needs two classes, and one of them with two images that were not accepted in bulk: label some more.',
  accuracyNotMeasured:
    'The accuracy on this folder is not measured yet. A blind check of some 50 images does that: Check draws them.',
  noPercentages: 'No percentages are shown yet, so there is nothing to hold them against.',
  tooLittle: (n: number, groups: number, least: number): string =>
    `Of ${n} images${groups < n ? ` of ${groups} groups` : ''} too little can be said: it takes ${least} independent ones.`,
  noScores: (without: number, images: number): string =>
    `The head that this method made has no score for ${without} of ${images} images: its values are no finite numbers. The other methods were not touched. Try fewer steps, or another method.`,
  tooFewGroups: (n: number, groups: number, least: number): string =>
    `${n} images in ${groups} independent groups say too little: it takes ${least} groups.`,
  noBaseImages: 'Not measured: no images of base classes were given.',
  noReplicates: 'No interval: it takes replicates of the data, and none were asked for.',
  embeddingsMissing: (embeddings: number, dimension: number, labels: number): string =>
    `There are ${embeddings} embeddings of ${dimension} values for ${labels} labelled images. Nothing was evaluated. Give one embedding for each image, in the same order.`,
  programFault: (why: string): string => `This method stopped by a fault of the program: ${why}`,
  nothingHeldOut:
    'Nothing can be held out: every class has one independent image only, or was accepted in bulk. Nothing was evaluated. Label more images by hand.',
  tooFewFolds: (folds: number): string =>
    `There must be two folds or more, not ${folds}. Nothing was evaluated.`,
  onePlace:
    'To ask across cameras, places or vendors, images must come from two of them at least. Nothing was evaluated.',
  sumsGone:
    'The file of these sums is not in the project any more. Add them again from the file that they came from.',
  sumsDamaged: 'The file of these sums is damaged. Add them again from the file that they came from.',
  sumsNotAppended:
    'The file that they came from says nothing of classes appended to ImageNet’s. Choose to replace ImageNet’s classes, or leave them out.',
  headNotAppended:
    'A fine-tuned head cannot be appended to the backbone’s own classifier: its base classes are rows in the head’s own space. Choose the join ‘replace’, or guess among your own classes.',
  headOfOther:
    'The fine-tuned head belongs to another backbone, so it was not used. Guesses come from imprinting. Train again to have one.',
  trainedOnOther:
    'The fine-tuned head was trained on another backbone, so it was not used. Guesses come from imprinting. Train again to have one.',
  noThreshold:
    'The head was trained before a threshold for ‘none of these’ was measured with it. Train it again to have one.',
  backgroundChanged:
    'Since the head was trained a class has become the background, or has ceased to be it; its threshold for ‘none of these’ was not measured so. Train it again to have one.',
  thresholdNeeded: (needed: number, groups: number): string =>
    `A threshold needs ${needed} held-out groups of images; when the head was trained there were ${groups}.`,
  noneRead: 'No image of any class has been read yet.',
  noneOfItsRead: 'None of its images has been read yet.',
  noOtherClass: 'There is no other class to tell it from.',
  allInBulk: 'All of its images were accepted in bulk, and those estimate nothing. Label some by hand.',
  foreignNotMeasured:
    'How many images of none of the classes pass all the same was not measured: that needs a second class to hold out.',
  estimateNeedsTwo:
    'An estimate needs two classes, and one of them with two images that were not accepted in bulk.',
  estimateNeedsSecond: 'An estimate needs a second independent image of the class.',
  noIntervals: 'The training kept no interval of single classes.',
  logisticAlone:
    'Logistic regression has no place for classes that it has no images of, so it cannot stand beside ImageNet’s. Guess among your own classes, or train by another method.',
  percentNeeds: (least: { groups: number; classes: number }, groups: number, classes: number): string =>
    `How sure its guesses are cannot be said in percent yet: that needs ${least.groups} held-out groups of images in ${least.classes} classes, and there are ${groups} in ${classes}. Guesses are in words until then.`,
  nothingHeldOutForHead:
    'No class has a second image of another group, so nothing could be held out, and whether this is better than imprinting cannot be said. Label a second image of each class.',
  intervalNeeds: (least: number, groups: number): string =>
    `An interval needs ${least} held-out groups of images; there are ${groups}.`,
  headFileGone: `The file of the fine-tuned head is not there any more. ${TRAIN_AGAIN}`,
  headFileDamaged: `The file of the fine-tuned head is damaged and was not used. ${TRAIN_AGAIN}`,
  trainingCancelled: 'The training was cancelled.',
  headNotThere:
    'There is no trained head to keep any more, because the engine was started again. Train again.',
  noSecondGroup: 'No class has a second group of images that could be held out.',
  baseNotMeasured:
    'Not measured: give images of the backbone’s classes in Evaluate, ‘Are ImageNet’s classes intact?’, and again after labels have changed or classes were left out.',
  foreignNotTrained:
    'How many images of none of the classes pass all the same was not measured: without one of its classes nothing could be trained.',
  foreignTooMany: (most: number): string =>
    `How many images of none of the classes pass all the same was not measured: a head would have to be trained without each class, and that is done for ${most} classes at most.`,
  mapCancelled: 'The map was cancelled.',
  nothingToMap: 'There is nothing to map yet. Wait until some images have been read.',
  sameEmbedding:
    'All labelled images have the same embedding, so there is nothing to tell apart. What was learnt before stays. Label images that differ.',
  tooFewPairs: (method: string): string =>
    `${method} needs pairs of independent images of one class, and there are too few of them. What was learnt before stays. Label a second image of each class, or let it learn from other labelled classes.`,
  oneImage:
    'There is only one labelled image, so there is nothing to tell apart. Nothing was changed. Label images of at least two classes.',
  oneClass: (images: number): string =>
    `All ${inAll(images)} belong to one class, so there is nothing to tell apart. Nothing was changed. Label images of a second class.`,
  emptyClasses: (empty: number): string =>
    `${empty === 1 ? '1 class has' : `${empty} classes have`} no image to learn from. Nothing was changed. Label an image of each class, or remove the class.`,
  noNumbers: (broken: number, images: number): string =>
    `The embeddings of ${broken} of ${inAll(images)} are not numbers, so nothing can be learnt from them. What was learnt before stays. Read these images again; if that changes nothing, the backbone is damaged.`,
  onlyPlainAppends: (method: string): string =>
    `${method} cannot be appended to the backbone's own classifier: only plain imprinting can. Choose the join 'replace', or no base classes.`,
  cannotStandBeside: (method: string): string =>
    `${method} cannot stand beside classes it has no images of. Nothing was changed. Choose another method, or no base classes.`,
  lossAstray: (step: number): string =>
    `The loss was no number any more after ${step} steps, so training was ended. What was learnt before stays. Try fewer steps.`,
  tunedUnusable: (why: string): string =>
    `The tuned backbone cannot be used: ${why} The shipped one is used instead; your labels are safe.`,
  featuresNotKept: (why: string): string =>
    `What training needs of the images is not kept on the disk for now, so they are read again for the next one: ${why}.`,
  noneHeldOut:
    'No image could be held out: that takes a class with three independent images. What tuning brings is not measured.',
  noEpochBetter:
    'No epoch was better than the backbone as it is, by the images that say when to stop. There is nothing to keep.',
  tunedMore: (low: number, high: number): string =>
    `Tuned, ${low} to ${high} of 100 images more are told right.`,
  tunedFewer: (low: number, high: number): string =>
    `Tuned, ${low} to ${high} of 100 images fewer are told right.`,
  noDifference: (n: number): string => `No difference that ${n} ${n === 1 ? 'image' : 'images'} can show.`,
  noLastConvolution:
    'This backbone does not end in a 1×1 convolution, relu6 and the mean over places, so that its last convolution cannot be trained. Nothing was changed.',
  tooFewToTune:
    'Tuning takes labelled images of two classes at least that can be read. Nothing was changed; label some more, or look whether the folder is there.',
  tunedNotKept: (what: string): string => `The tuned backbone was not kept: ${what}.`,
  stillThere: 'Nothing was changed, and what was trained is still there: keep it again.',
  wentAstray: (epoch: number): string =>
    `Training went astray in epoch ${epoch}: its loss is no number any more. Nothing was changed; try a smaller rate.`,
  tuningEnded: 'Tuning was ended. Nothing was changed.',
  trainedGone:
    'What was trained is gone, because the engine was started again or another project was opened. Nothing was changed; train again.',
  weightsDamaged: (file: string, found: string, sha256: string): string =>
    `${file} is damaged: its SHA-256 is ${found}, backbone.json says ${sha256}. Install the program again.`,
  modelRefused: (dir: string, why: string, advice: string): string =>
    `Nothing of the model in ${dir} was loaded, because ${why}: ${advice}.`,
  tooFewShots: (least: number, usable: number, classes: number, needed: number): string =>
    `${least} ${least === 1 ? 'image' : 'images'} of each class ${least === 1 ? 'is' : 'are'} to teach and at least one more to be asked: ${usable} of ${classes} classes have that many independent ones, ${needed} are needed. Nothing was evaluated. Ask for fewer shots or classes, or label more images.`,
  nothingTold: (labels: number): string =>
    `${labels === 0 ? 'There are no labelled images' : 'All labelled images are of one class'}: nothing can be told apart, and nothing was evaluated. Label images of two classes.`,
  badEmbeddings: (bad: readonly number[], of: number): string =>
    `${bad.length} of ${of} embeddings are not usable: they have values that are no finite numbers, or are zero throughout (rows ${bad.slice(0, 5).join(', ')}${bad.length > 5 ? ', …' : ''}, counted from 0). Nothing was evaluated. Have these images read again, or leave them out.`,
  looksNeed: (shots: number, least: number): string =>
    `It has ${shots} independent ${shots === 1 ? 'image' : 'images'}; several looks need ${least} at least.`,
  embeddingsOf: {
    base: 'those that ImageNet’s classes are told by',
    others: 'those of the other classes',
  },
  nothingTaught: 'Nothing is taught yet, so nothing can be lost. Label some images first.',
  takingUp: 'The engine is taking up the project. Nothing is lost; try once more in a moment.',
  notInstalled: (called: string | null): string =>
    `This project’s backbone${called === null ? '' : ` ${called}`} is not installed here, so there are no guesses, maps, evaluations and exports. Labels can be given and are saved; choose another backbone in the project’s menu.`,
};
