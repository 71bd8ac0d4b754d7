/** @file What measuring and comparing say where they cannot be done or kept. */

/** @param fewer images that are named rightly alone and not beside the own classes, less those the other way round */
function baseLost(fewer: number, lost: number, images: number): string {
  const of = `of ${images} ${images === 1 ? 'image' : 'images'}`;
  if (fewer <= 0 && lost === 0) return `Nothing was lost: your classes took none ${of} that ImageNet’s had.`;
  const taken = `your classes took ${lost} that ImageNet’s had named rightly`;
  if (fewer === lost)
    return `${lost} ${of} that ImageNet’s classes had named rightly ${lost === 1 ? 'goes' : 'go'} to yours now.`;
  if (fewer <= 0) return `As many ${of} are named rightly as before, though ${taken}.`;
  return `${fewer} ${of} ${fewer === 1 ? 'is' : 'are'} no longer named rightly; ${taken}.`;
}

export const evaluations = {
  twoBaseClasses: (folder: string, number: number | undefined, another: number): string =>
    `The folder of base images ${folder} names two base classes: name it ${number} or ${another}.`,
  noBaseClass: (folder: string, value: number): string =>
    `The folder of base images ${folder} names no base class: name it by a label or by a number from 0 to ${value}.`,
  baseUnderWay: 'Base images are being measured already. Wait for that, or cancel it.',
  baseEngineEnded:
    'The engine ended meanwhile, and nothing was measured. Your labels are safe; try once more in a moment.',
  noneRead: 'None of these images could be read. Nothing was measured.',
  measuredNotKept: (why: string): string => `What was measured is shown but could not be kept: ${why}`,
  noSubfolders:
    'This folder has no subfolder with images. Put the images of each of ImageNet’s classes into a folder that is named by its label, such as ‘tabby’, or its number.',
  underWay: 'A comparison is under way. Wait for it, or cancel it.',
  seenAnotherWay:
    'The comparison was broken off, because the images are seen in another way now. Your labels are safe; begin it once more.',
  engineEnded:
    'The engine ended during the comparison, and nothing came of it. Your labels are safe; begin it once more.',
  cameToNothing: (why: string): string =>
    `The comparison came to nothing, and your labels are as they were. ${why}`,
  notKeptAnyMore: 'This comparison is not in the project’s folder any more, or cannot be read. Run it again.',
  onlyReadNotKept: 'This project is only read here, so the comparison is shown but not kept.',
  couldNotBeKept: (what: string, advice: string): string =>
    `The comparison is shown but could not be kept: ${what}. ${advice}`,
  onlyReadNotRemoved: 'This project is only read here, so nothing of it can be removed.',
  baseLost,
};
