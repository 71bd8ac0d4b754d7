/** @file A real HTTP server that behaves as well or as badly as a test asks. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Server {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  close(): void;
}

export async function serve(listener: RequestListener): Promise<Server> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}`, asked, close };
}

/** Sends everything, properly. */
export const whole =
  (body: Buffer): RequestListener =>
  (_request, response) =>
    response.writeHead(200, { 'content-length': body.length }).end(body);

/** Accepts the request and never answers. */
export const silent: RequestListener = () => {};

/** Sends the first half and then nothing more. */
export const stalling =
  (body: Buffer): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-length': body.length });
    response.write(body.subarray(0, body.length / 2));
  };

/** Sends a tenth at a time, with pauses between. */
export const slowly =
  (body: Buffer, pause: number): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-length': body.length });
    const step = Math.ceil(body.length / 10);
    for (let part = 0; part < 10; part++) {
      const chunk = body.subarray(part * step, (part + 1) * step);
      setTimeout(() => (part < 9 ? response.write(chunk) : response.end(chunk)), part * pause);
    }
  };

/** An address at which nobody listens. */
export async function deadUrl(): Promise<string> {
  const server = await serve(silent);
  server.close();
  return server.url;
}
