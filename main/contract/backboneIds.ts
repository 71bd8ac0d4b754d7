/** @file What the id of a project's backbone says: a shipped one's, or that of one tuned from it. Pure. */
const TUNED = /^([a-z0-9-]+)-tuned-[0-9a-f]{12}$/;

/** Whether a project's backbone is one that was tuned on its labels. */
export const isTuned = (backbone: string): boolean => TUNED.test(backbone);

/** The id of the shipped backbone that this one is, or was tuned from. */
export const shippedId = (backbone: string): string => TUNED.exec(backbone)?.[1] ?? backbone;
