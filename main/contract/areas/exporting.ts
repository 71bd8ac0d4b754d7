/** @file Calls about the export of a model. */
import type { ExportNote } from '../exported';
import type { ExportedModel, ExportOptions, ExportProgress } from '../exporting';
import type { ExportFormat } from '../model';

export interface ExportResult {
  folder: string;
  models: ExportedModel[];
  /** Why the project does not remember this export, a sentence; null: it does. */
  notNoted: string | null;
}

/** An earlier export, and whether its folder is still where it was. */
export interface EarlierExport extends ExportNote {
  there: boolean;
}

export interface ExportCalls {
  /** Asks for the folder first; null when that was cancelled. */
  'export:run': (options: ExportOptions) => ExportResult | null;
  'export:cancel': () => void;
  'export:showFolder': () => void;
  /** Puts what runs the sample of a format of the last export on the clipboard. */
  'export:copyCommand': (format: ExportFormat) => void;
  /** Newest first. */
  'export:earlier': () => EarlierExport[];
  /** Shows the folder of an earlier one in the file manager. @param at of that */
  'export:showEarlier': (at: string) => void;
}

export interface ExportEvents {
  'export:progress': ExportProgress;
}

export const exportChannels: Record<keyof ExportCalls, true> = {
  'export:run': true,
  'export:cancel': true,
  'export:showFolder': true,
  'export:copyCommand': true,
  'export:earlier': true,
  'export:showEarlier': true,
};

export const exportEvents: Record<keyof ExportEvents, true> = { 'export:progress': true };
