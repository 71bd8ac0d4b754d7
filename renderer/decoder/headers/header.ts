/**
 * @file What every header parser returns. Pure; used in the decoder's workers and in Node tests.
 */

export type ImageFormat = 'jpeg' | 'png' | 'gif' | 'webp' | 'bmp' | 'avif' | 'heic' | 'tiff';

/** An embedded ICC profile as it lies in the file. */
export interface EmbeddedProfile {
  bytes: Uint8Array;
  /** PNG compresses its profile with zlib. */
  deflated: boolean;
}

/** Bytes to overwrite in our copy so that Chromium, whatever its version, applies no orientation by itself. */
export interface BytePatch {
  at: number;
  bytes: number[];
}

export interface ImageHeader {
  format: ImageFormat;
  /** Size as stored, before any rotation, pixels. */
  width: number;
  height: number;
  /** EXIF orientation 1 to 8 that we apply ourselves. */
  orientation: number;
  patches: BytePatch[];
  /** By EXIF: local time 'YYYY-MM-DDTHH:MM:SS', and the camera's make and model. */
  capturedAt: string | null;
  camera: string | null;
  profile: EmbeddedProfile | null;
  /** Colours that are not sRGB although no profile says so (AVIF's colour numbers): Chromium must convert them. */
  wideGamut: boolean;
  /** JPEG: more than one scan, so that the decoder keeps all coefficients in memory. */
  progressive: boolean;
  /** Colour components: 1, 3 or 4 for JPEG (4: CMYK), 3 for all else. */
  components: number;
}

export function header(
  format: ImageFormat,
  width: number,
  height: number,
  rest: Partial<Omit<ImageHeader, 'format' | 'width' | 'height'>> = {},
): ImageHeader {
  return {
    format,
    width,
    height,
    orientation: 1,
    patches: [],
    capturedAt: null,
    camera: null,
    profile: null,
    wideGamut: false,
    progressive: false,
    components: 3,
    ...rest,
  };
}

/** Of what Chromium decodes. */
export const mimeTypes: Record<Exclude<ImageFormat, 'heic' | 'tiff'>, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  avif: 'image/avif',
};

/** Takes over what EXIF data say; what was said first counts. */
export function takeExif(
  found: ImageHeader,
  { capturedAt, camera }: Pick<ImageHeader, 'capturedAt' | 'camera'>,
): void {
  found.capturedAt ??= capturedAt;
  found.camera ??= camera;
}
