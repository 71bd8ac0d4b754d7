/**
 * @file Decodes a whole JPEG to RGB from its bytes. Runs in the decoder's workers.
 *
 * [Note: A whole JPEG without a blob]
 * createImageBitmap reads a blob, and blobs live in Chromium's main process: the bytes go there and come back, which
 * costs more than decoding a small file. ImageDecoder takes bytes as they are, but hands out planes of brightness and
 * colour, which are converted otherwise (up to 31 levels off). It does that only where it knows that no more data will
 * come; asked before, it gives the finished picture in RGB, pixel for pixel that of createImageBitmap. The goldens hold
 * both to it. Where it answers anything else, createImageBitmap is asked: as right, only slower.
 */
import { mimeTypes } from './headers/header';

/** A file that is cut off would be waited for: told that nothing more comes, the decoder gives up. */
const PATIENCE_MS = 2000;
const RGB = ['RGBX', 'BGRX', 'RGBA', 'BGRA'];

/** The picture; null where createImageBitmap must be asked. */
export async function decodeWholeJpeg(bytes: Uint8Array<ArrayBuffer>): Promise<VideoFrame | null> {
  if (!endsWhole(bytes)) return null;
  let end = (): void => undefined;
  const data = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (stream) => {
      stream.enqueue(bytes);
      end = () => stream.close();
    },
  });
  const decoder = new ImageDecoder({ data, type: mimeTypes.jpeg, colorSpaceConversion: 'none' });
  const timer = setTimeout(end, PATIENCE_MS);
  try {
    const { image, complete } = await decoder.decode({ frameIndex: 0, completeFramesOnly: false });
    if (complete && RGB.includes(image.format ?? '')) return image;
    image.close();
    return null;
  } catch {
    return null; // createImageBitmap says what is wrong.
  } finally {
    clearTimeout(timer);
    decoder.close();
  }
}

/** Whether the file ends with the marker that ends a JPEG. */
function endsWhole(bytes: Uint8Array): boolean {
  return bytes[bytes.length - 2] === 0xff && bytes[bytes.length - 1] === 0xd9;
}
