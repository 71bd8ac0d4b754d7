/** @file How components reach the state: set once by App, read by whoever needs it. */
import { createContext } from 'svelte';
import type { ItemRow } from '../../main/contract/model';
import type { Session } from './session';
import type { Studio } from './studio.svelte';

export const [studio, setStudio] = createContext<Studio>();
export const [session, setSession] = createContext<Session>();

/** Address of an item's picture with a longest side of at most so many pixels. */
export type ViewUrl = (item: ItemRow, side: number) => string;
export const [viewUrl, setViewUrl] = createContext<ViewUrl>();

/** Address of an item's thumbnail; null while there is none. */
export type ThumbnailUrl = (item: ItemRow) => string | null;
export const [thumbnailUrl, setThumbnailUrl] = createContext<ThumbnailUrl>();
