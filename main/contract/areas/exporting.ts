/** @file Calls about the export of a model. */
import type { ExportedModel, ExportOptions, ExportProgress } from '../model';

export interface ExportCalls {
  /** Asks for the folder first; null when that was cancelled. */
  'export:run': (options: ExportOptions) => { folder: string; models: ExportedModel[] } | null;
  'export:cancel': () => void;
  'export:showFolder': () => void;
}

export interface ExportEvents {
  'export:progress': ExportProgress;
}

export const exportChannels: Record<keyof ExportCalls, true> = {
  'export:run': true,
  'export:cancel': true,
  'export:showFolder': true,
};

export const exportEvents: Record<keyof ExportEvents, true> = { 'export:progress': true };
