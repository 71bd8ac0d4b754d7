/** @file What the preload adds to the window's global scope. */
import type { StudioBridge } from '../main/contract/calls';

declare global {
  interface Window {
    readonly studio: StudioBridge;
  }
}
