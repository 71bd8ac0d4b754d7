/**
 * @file The `app:` and `img:` schemes. The window's session serves thumbnails, the decoder's session serves whole
 * files; both only by opaque token, so no page can name a path. Runs in main.
 */
import { protocol, session, type ProtocolRequest, type ProtocolResponse, type Session } from 'electron';
import path from 'node:path';
import { DECODER_CSP, WINDOW_CSP } from './addresses';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const NOT_FOUND = -6; // net::ERR_FILE_NOT_FOUND

export interface ImageSource {
  /** Thumbnail of a token, JPEG; null: none (yet). */
  thumbnail(token: string): Promise<Buffer | null>;
  /** Absolute path of a token's file; null: no such token. */
  file(token: string): string | null;
}

/** Must run before `app.whenReady()`. */
export function registerSchemes(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true };
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges },
    { scheme: 'img', privileges: { ...privileges, corsEnabled: true } },
  ]);
}

/** @param root folder of the built pages */
export function serveWindow(root: string, images: ImageSource): Session {
  const target = session.defaultSession;
  serveApp(target, root, WINDOW_CSP);
  target.protocol.registerBufferProtocol('img', (request, respond) => {
    void sendThumbnail(request, images, respond);
  });
  return target;
}

export function serveDecoder(root: string, images: ImageSource): Session {
  const target = session.fromPartition('decoder');
  serveApp(target, root, DECODER_CSP);
  target.protocol.registerFileProtocol('img', (request, respond) => {
    const url = new URL(request.url);
    const file = url.hostname === 'file' ? images.file(url.pathname.slice(1)) : null;
    const headers = { 'Access-Control-Allow-Origin': 'app://studio', 'Cache-Control': 'no-store' };
    respond(file === null ? { error: NOT_FOUND } : { path: file, headers });
  });
  return target;
}

// `registerFileProtocol` and its siblings are deprecated since 25, but the fallback Electron has no `handle`.
function serveApp(target: Session, root: string, csp: string): void {
  target.protocol.registerFileProtocol('app', (request, respond) => {
    const file = resolveInside(root, request.url);
    if (file === null) return respond({ error: NOT_FOUND });
    const mimeType = TYPES[path.extname(file)] ?? 'application/octet-stream';
    const headers = {
      'Content-Security-Policy': csp,
      'X-Content-Type-Options': 'nosniff',
      'Content-Type': mimeType,
    };
    respond({ path: file, mimeType, headers });
  });
}

/** The file below `root` that an `app:` address names, or null where it leads outside. */
export function resolveInside(root: string, address: string): string | null {
  const url = new URL(address);
  if (url.hostname !== 'studio') return null;
  const file = path.join(root, decodeURIComponent(url.pathname));
  return file.startsWith(root + path.sep) ? file : null;
}

async function sendThumbnail(
  request: ProtocolRequest,
  images: ImageSource,
  respond: (response: ProtocolResponse) => void,
): Promise<void> {
  const url = new URL(request.url);
  const data = url.hostname === 'thumb' ? await images.thumbnail(url.pathname.slice(1)) : null;
  if (data === null) return respond({ error: NOT_FOUND });
  respond({ data, mimeType: 'image/jpeg', headers: { 'Cache-Control': 'max-age=31536000, immutable' } });
}
