/**
 * @file The `app:` and `img:` schemes. The window's session serves thumbnails and views, the decoder's session serves whole
 * files; both only by opaque token, so no page can name a path. Runs in main.
 */
import { protocol, session, type ProtocolRequest, type ProtocolResponse, type Session } from 'electron';
import path from 'node:path';
import { DECODER_CSP, IMAGE_CSP, resolveInside, tokenIn, viewIn, WINDOW_CSP } from './addresses';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};
const NOT_FOUND = -6; // net::ERR_FILE_NOT_FOUND
const FAILED = -2; // net::ERR_FAILED

export interface ImageSource {
  /** Thumbnail of a token, JPEG; null: none (yet). */
  thumbnail(token: string): Promise<Buffer | null>;
  /** The item of a token, its longest side at most `side` pixels, JPEG; null: it cannot be shown. */
  view(token: string, side: number): Promise<Buffer | null>;
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
export function serveWindow(root: string, images: ImageSource): void {
  const target = session.defaultSession;
  serveApp(target, root, WINDOW_CSP);
  target.protocol.registerBufferProtocol('img', (request, respond) => {
    sendPicture(request, images, respond).catch(() => respond({ error: FAILED }));
  });
}

export function serveDecoder(root: string, images: ImageSource): Session {
  const target = session.fromPartition('decoder');
  serveApp(target, root, DECODER_CSP);
  target.protocol.registerFileProtocol('img', (request, respond) => {
    const token = tokenIn(request.url, 'file');
    const file = token === null ? null : images.file(token);
    if (file === null) return respond({ error: NOT_FOUND });
    const forDecoder = { 'Access-Control-Allow-Origin': 'app://studio', 'Cache-Control': 'no-store' };
    const mimeType = 'application/octet-stream';
    respond({ path: file, mimeType, headers: { ...policy(IMAGE_CSP), ...forDecoder } });
  });
  return target;
}

// `registerFileProtocol` and its siblings are deprecated since 25, but the fallback Electron has no `handle`.
function serveApp(target: Session, root: string, csp: string): void {
  target.protocol.registerFileProtocol('app', (request, respond) => {
    const file = resolveInside(root, request.url);
    const mimeType = file === null ? undefined : TYPES[path.extname(file)];
    if (file === null || mimeType === undefined) return respond({ error: NOT_FOUND });
    respond({ path: file, mimeType, headers: policy(csp) });
  });
}

const policy = (csp: string): Record<string, string> => ({
  'Content-Security-Policy': csp,
  'X-Content-Type-Options': 'nosniff',
});

/** Both are made by the decoder: no byte of a person's file reaches the window as it lies on the disk. */
async function sendPicture(
  request: ProtocolRequest,
  images: ImageSource,
  respond: (response: ProtocolResponse) => void,
): Promise<void> {
  const token = tokenIn(request.url, 'thumb');
  const view = viewIn(request.url);
  const asked = view ? images.view(view.token, view.side) : token !== null && images.thumbnail(token);
  const data = (await asked) || null;
  if (data === null) return respond({ error: NOT_FOUND });
  // Main keeps the views that were looked at last, by their content.
  const kept = { 'Cache-Control': view ? 'no-store' : 'max-age=31536000, immutable' };
  respond({ data, mimeType: 'image/jpeg', headers: { ...policy(IMAGE_CSP), ...kept } });
}
