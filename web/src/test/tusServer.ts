/// <reference types="node" />
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A file as the server has it. */
export interface Received {
  readonly length: number;
  readonly metadata: Readonly<Record<string, string>>;
  bytes: Uint8Array;
}

interface Answer {
  readonly status: number;
  readonly slug?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const PATH = '/api/v1/media/uploads';
/** The page of the tests is of another origin than this server. */
const CORS = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, HEAD, POST, PATCH, DELETE',
  'Access-Control-Allow-Headers': '*, Authorization',
  'Access-Control-Expose-Headers': 'Location, Upload-Offset, Upload-Length, Retry-After',
};

/** Uploads by tus 1.0 over real HTTP: what media-service answers, and what stands in between does to it. */
export class TusServer {
  readonly uploads = new Map<string, Received>();
  /** What was asked for, such as `PATCH m-1 at 0`. */
  readonly asked: string[] = [];
  /** Which tokens are good; all of them while there is none here. */
  readonly tokens = new Set<string>();
  /** Breaks the next request off when so many bytes of it have come. */
  cutAfter: number | null = null;
  /** Nobody gets through. */
  unreachable = false;
  /** Requests are answered when this is let go. */
  held: Promise<void> | null = null;
  /** As many were under way at the same time. */
  most = 0;
  #underWay = 0;
  readonly #answers: { readonly method: string; readonly answer: Answer }[] = [];
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor() {
    this.#server = createServer((request, response) => void this.#serve(request, response));
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
      if (this.unreachable) socket.destroy();
    });
  }

  static async open(): Promise<TusServer> {
    const server = new TusServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  get base(): string {
    return `${this.origin}/api/v1`;
  }

  get endpoint(): string {
    return this.origin + PATH;
  }

  /** The network goes or comes. */
  reach(reachable: boolean): void {
    this.unreachable = !reachable;
    if (this.unreachable) for (const socket of this.#sockets) socket.destroy();
  }

  /** Answers the next request of a method so. */
  answer(method: string, answer: Answer): void {
    this.#answers.push({ method, answer });
  }

  /** What has come, as text. */
  text(id: string): string {
    return new TextDecoder().decode(this.uploads.get(id)?.bytes);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '' } = request;
    // Whoever was cut off meanwhile hears nothing.
    request.on('error', () => undefined);
    if (method === 'OPTIONS') {
      response.writeHead(204, CORS).end();
      return;
    }
    const id = url.startsWith(`${PATH}/`) ? url.slice(PATH.length + 1) : '';
    const offset = request.headers['upload-offset'];
    this.asked.push(
      [method, id, ...(offset === undefined ? [] : ['at', String(offset)])].join(' '),
    );
    this.#underWay += 1;
    this.most = Math.max(this.most, this.#underWay);
    await this.held;
    const body = await this.#read(request);
    this.#underWay -= 1;
    if (body.cut) this.#append(id, body.bytes);
    else this.#answer(request, response, id, body.bytes);
  }

  #answer(request: IncomingMessage, response: ServerResponse, id: string, bytes: Uint8Array): void {
    const { method = '', headers } = request;
    const planned = this.#answers.findIndex((one) => one.method === method);
    const token = headers.authorization?.replace('Bearer ', '') ?? '';
    if (this.tokens.size > 0 && !this.tokens.has(token)) {
      refuse(response, { status: 401, slug: 'unauthenticated' });
    } else if (planned >= 0) {
      for (const { answer } of this.#answers.splice(planned, 1)) refuse(response, answer);
    } else if (method === 'POST') this.#begin(headers, response);
    else if (!this.uploads.has(id)) refuse(response, { status: 404, slug: 'not-found' });
    else if (method === 'DELETE') {
      this.uploads.delete(id);
      response.writeHead(204, CORS).end();
    } else if (method === 'PATCH') {
      const here = this.uploads.get(id)?.bytes.length;
      if (String(here) !== headers['upload-offset']) {
        refuse(response, { status: 409, slug: 'upload-offset-mismatch' });
        return;
      }
      this.#append(id, bytes);
      this.#tell(response, 204, id);
    } else this.#tell(response, 200, id);
  }

  #begin(headers: IncomingMessage['headers'], response: ServerResponse): void {
    const id = `m-${String(this.uploads.size + 1)}`;
    const metadata = decoded(String(headers['upload-metadata'] ?? ''));
    const length = Number(headers['upload-length']);
    this.uploads.set(id, { length, metadata, bytes: new Uint8Array() });
    response.setHeader('Location', `${PATH}/${id}`);
    this.#tell(response, 201, id);
  }

  #tell(response: ServerResponse, status: number, id: string): void {
    const upload = this.uploads.get(id);
    const where = {
      'Upload-Offset': String(upload?.bytes.length ?? 0),
      'Upload-Length': String(upload?.length ?? 0),
    };
    response.writeHead(status, { ...CORS, ...where }).end();
  }

  #append(id: string, bytes: Uint8Array): void {
    const upload = this.uploads.get(id);
    if (upload === undefined) return;
    const all = new Uint8Array(upload.bytes.length + bytes.length);
    all.set(upload.bytes);
    all.set(bytes, upload.bytes.length);
    upload.bytes = all;
  }

  async #read(request: IncomingMessage): Promise<{ bytes: Uint8Array; cut: boolean }> {
    const parts: Uint8Array[] = [];
    let length = 0;
    const cutAfter = request.method === 'PATCH' ? this.cutAfter : null;
    try {
      for await (const part of request as AsyncIterable<Uint8Array>) {
        parts.push(part);
        length += part.length;
        if (cutAfter === null || length < cutAfter) continue;
        this.cutAfter = null;
        request.socket.destroy();
        break;
      }
    } catch {
      // The other side is gone; what came has come.
    }
    return { bytes: joined(parts, length), cut: request.destroyed && !request.complete };
  }
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function decoded(header: string): Record<string, string> {
  const pairs = header.split(',').map((pair) => pair.split(' '));
  return Object.fromEntries(
    pairs.map(([name = '', value = '']) => [
      name,
      new TextDecoder().decode(Uint8Array.from(atob(value), (letter) => letter.charCodeAt(0))),
    ]),
  );
}

function refuse(response: ServerResponse, { status, slug = '', headers = {} }: Answer): void {
  response.writeHead(status, { ...CORS, 'Content-Type': 'application/problem+json', ...headers });
  response.end(JSON.stringify({ type: `urn:tertulia:problem:${slug}`, title: slug, status }));
}
