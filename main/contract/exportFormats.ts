/** @file The formats of exported models, once for all that offers, checks, writes or reads them. Runs anywhere. */

/** Also the names of their folders in an export and the words of `--formats`. */
export const EXPORT_FORMATS = ['tfjs', 'savedmodel'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];
