import { createECDH, createPublicKey, randomBytes, verify, type ECDH } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decrypt } from 'http_ece';

/** A message as a push service got it. */
export interface Received {
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** What a push service may know of who sends (RFC 8292). */
export interface Claims {
  aud: string;
  exp: number;
  sub: string;
}

/** A push service and the browser that is subscribed there: it takes messages and reads them, by code that is not ours. */
export class PushService {
  readonly received: Received[] = [];
  private readonly keys: ECDH = createECDH('prime256v1');
  private readonly auth = randomBytes(16);
  private readonly server: Server;

  private constructor() {
    this.keys.generateKeys();
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        this.received.push({ headers: request.headers, body: Buffer.concat(chunks) });
        response.writeHead(201).end();
      });
    });
  }

  static async open(): Promise<PushService> {
    const service = new PushService();
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** What a page sends of its subscription. */
  get subscription() {
    return {
      endpoint: `${this.origin}/send/1`,
      keys: {
        p256dh: this.keys.getPublicKey('base64url'),
        auth: this.auth.toString('base64url'),
      },
    };
  }

  /** The message that came as the nth, from 1. */
  message(n: number): Received {
    const message = this.received[n - 1];
    if (message === undefined) {
      throw new Error(`There is no message ${n}`);
    }
    return message;
  }

  /** What a service worker gets. */
  read(message: Received): Record<string, unknown> {
    const text = decrypt(message.body, {
      version: 'aes128gcm',
      privateKey: this.keys,
      authSecret: this.auth.toString('base64url'),
    });
    return JSON.parse(text.toString('utf8')) as Record<string, unknown>;
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** The claims of a message, whose signature is that of `publicKey`. */
export function verifiedClaims(message: Received, publicKey: string): Claims {
  const parts = /^vapid t=([^.]+)\.([^.]+)\.([^.]+), k=(.+)$/.exec(
    message.headers.authorization ?? '',
  );
  const [, head = '', claims = '', signature = '', key = ''] = parts ?? [];
  const point = Buffer.from(publicKey, 'base64url');
  const jwk = {
    kty: 'EC',
    crv: 'P-256',
    x: point.subarray(1, 33).toString('base64url'),
    y: point.subarray(33).toString('base64url'),
  };
  const verified = verify(
    'sha256',
    Buffer.from(`${head}.${claims}`),
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  );
  if (!verified || key !== publicKey) {
    throw new Error('The message is not signed by the key that browsers subscribe with');
  }
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Claims;
}
