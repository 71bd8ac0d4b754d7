/** @file Which backbones are tuned ones. Pure; runs in main. */
const TUNED = /^[a-z0-9-]+-tuned-[0-9a-f]{12}$/;

/** Whether a project's backbone is one that was tuned, by its id. */
export const isTuned = (backbone: string): boolean => TUNED.test(backbone);
