/**
 * @file Every call the window may make of main, and every event main sends: one map from channel to signature,
 * from which the router in main, the bridge in the preload and the window's client take their types. Each area of the
 * program adds its own, see `areas/`.
 */
import { appChannels, appEvents, type AppCalls, type AppEvents, type Opened } from './areas/app';
import { backboneChannels, type BackboneCalls } from './areas/backbones';
import { classFileChannels, type ClassFileCalls } from './areas/classFiles';
import {
  evaluatingChannels,
  evaluatingEvents,
  type EvaluatingCalls,
  type EvaluatingEvents,
} from './areas/evaluating';
import { exchangeChannels, exchangeEvents, type ExchangeCalls, type ExchangeEvents } from './areas/exchange';
import { exportChannels, exportEvents, type ExportCalls, type ExportEvents } from './areas/exporting';
import { framingChannels, type FramingCalls } from './areas/framing';
import { imageChannels, imageEvents, type ImageCalls, type ImageEvents } from './areas/images';
import { labelChannels, labelEvents, type LabelCalls, type LabelEvents } from './areas/labels';
import { looksChannels, type LooksCalls } from './areas/looks';
import { mapChannels, mapEvents, type MapCalls, type MapEvents } from './areas/map';
import { mergeChannels, mergeEvents, type MergeCalls, type MergeEvents } from './areas/merging';
import { moveChannels, moveEvents, type MoveCalls, type MoveEvents } from './areas/moves';
import { organiseChannels, organiseEvents, type OrganiseCalls, type OrganiseEvents } from './areas/organise';
import { faultChannels, faultEvents, type FaultCalls, type FaultEvents } from './areas/faults';
import {
  ownBackboneChannels,
  ownBackboneEvents,
  type OwnBackboneCalls,
  type OwnBackboneEvents,
} from './areas/ownBackbones';
import { preferenceChannels, type PreferenceCalls } from './areas/preferences';
import { purgeChannels, purgeEvents, type PurgeCalls, type PurgeEvents } from './areas/purging';
import { searchChannels, searchEvents, type SearchCalls, type SearchEvents } from './areas/search';
import { tuningChannels, tuningEvents, type TuningCalls, type TuningEvents } from './areas/tuning';
import { trainingChannels, trainingEvents, type TrainingCalls, type TrainingEvents } from './areas/training';
import type { DocumentPatch } from './model';

export interface Calls
  extends
    AppCalls,
    ClassFileCalls,
    LabelCalls,
    ImageCalls,
    ExportCalls,
    SearchCalls,
    ExchangeCalls,
    LooksCalls,
    MapCalls,
    MergeCalls,
    MoveCalls,
    FramingCalls,
    BackboneCalls,
    OwnBackboneCalls,
    FaultCalls,
    PreferenceCalls,
    PurgeCalls,
    OrganiseCalls,
    EvaluatingCalls,
    TuningCalls,
    TrainingCalls {}

export interface Events
  extends
    AppEvents,
    LabelEvents,
    ImageEvents,
    ExportEvents,
    MapEvents,
    MergeEvents,
    MoveEvents,
    OrganiseEvents,
    OwnBackboneEvents,
    FaultEvents,
    PurgeEvents,
    ExchangeEvents,
    SearchEvents,
    EvaluatingEvents,
    TuningEvents,
    TrainingEvents {}

export type Channel = keyof Calls;
/** What the page itself may call. */
export type WindowChannel = Exclude<Channel, 'project:openDropped'>;
export type EventName = keyof Events;
export type { DocumentPatch };

export const windowChannels: Record<WindowChannel, true> = {
  ...appChannels,
  ...classFileChannels,
  ...labelChannels,
  ...imageChannels,
  ...exportChannels,
  ...exchangeChannels,
  ...organiseChannels,
  ...faultChannels,
  ...preferenceChannels,
  ...purgeChannels,
  ...searchChannels,
  ...looksChannels,
  ...mapChannels,
  ...mergeChannels,
  ...moveChannels,
  ...framingChannels,
  ...backboneChannels,
  ...ownBackboneChannels,
  ...trainingChannels,
  ...evaluatingChannels,
  ...tuningChannels,
};

export const eventNames: Record<EventName, true> = {
  ...appEvents,
  ...labelEvents,
  ...imageEvents,
  ...exportEvents,
  ...mapEvents,
  ...mergeEvents,
  ...moveEvents,
  ...organiseEvents,
  ...ownBackboneEvents,
  ...faultEvents,
  ...purgeEvents,
  ...exchangeEvents,
  ...searchEvents,
  ...trainingEvents,
  ...evaluatingEvents,
  ...tuningEvents,
};

/** Errors cross as data: a thrown Error loses its name and fields on the way. */
export type CallResult<T> =
  { result: T } | { error: { name: string; message: string; detail: string | null } };

/** What the preload puts on `window.studio`. */
export interface StudioBridge {
  call<C extends WindowChannel>(channel: C, ...args: Parameters<Calls[C]>): Promise<ReturnType<Calls[C]>>;
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
  /**
   * Opens a dropped folder, project or file of classes; the path stays on the other side of the bridge. Null for what is no
   * file of this computer: nothing was opened.
   */
  openDropped(file: File): Promise<Opened | null>;
}
