/** @file What the id of a project's backbone says: a shipped one's, one of the person's own, or one tuned from a shipped one. Pure. */
const TUNED = /^([a-z0-9-]+)-tuned-[0-9a-f]{12}$/;
export const OWN_ID = /^own-[0-9a-f]{12}$/;

/** Whether a project's backbone is one that was tuned on its labels. */
export const isTuned = (backbone: string): boolean => TUNED.test(backbone);

/** Whether it is one of the person's own, whose layers are not known: no base classes, no tuning, no exported models. */
export const isOwn = (backbone: string): boolean => OWN_ID.test(backbone);

/** The id of the installed backbone that this one is, or was tuned from. */
export const shippedId = (backbone: string): string => TUNED.exec(backbone)?.[1] ?? backbone;
