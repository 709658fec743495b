import { randomUUID } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { expect, type APIRequestContext, type APIResponse } from '@playwright/test';
import { PASSWORD } from './api';
import { type Person } from './people';

/** As long as the suite may take to look into a file. */
const PREPARED_WITHIN_MS = 60_000;

/** By itself, Playwright would soon look but once a second, and most files take less. */
const LOOK_EVERY_MS = 200;

export interface Attached {
  readonly mediaId: string;
  readonly alt?: string;
}

/** Uploads and posts as a person, by the API: what is tested is how files are shown, not how they are sent. */
export class MediaSender {
  readonly #requests: APIRequestContext;
  readonly #headers: Record<string, string>;

  private constructor(requests: APIRequestContext, token: string) {
    this.#requests = requests;
    this.#headers = { Authorization: `Bearer ${token}`, 'Tus-Resumable': '1.0.0' };
  }

  static async of(person: Person): Promise<MediaSender> {
    const { request } = person.page;
    const answer = await patiently(() =>
      request.post('/api/v1/auth/login', {
        data: { login: person.handle, password: PASSWORD, refreshTokenIn: 'body' },
      }),
    );
    const { accessToken } = (await answer.json()) as { accessToken: string };
    return new MediaSender(request, accessToken);
  }

  /** Uploads a file in one request (tus 1.0, creation-with-upload) and waits until it is looked into. */
  async upload(name: string, data: Buffer): Promise<string> {
    const metadata = `filename ${Buffer.from(name).toString('base64')}`;
    const answer = await patiently(() =>
      this.#requests.post('/api/v1/media/uploads', {
        headers: {
          ...this.#headers,
          'Upload-Length': String(data.length),
          'Upload-Metadata': metadata,
          'Content-Type': 'application/offset+octet-stream',
        },
        data,
      }),
    );
    expect(answer.headers()['upload-offset']).toBe(String(data.length));
    const mediaId = answer.headers()['location']?.split('/').at(-1) ?? '';
    await expect
      .poll(() => this.#stateOf(mediaId), {
        timeout: PREPARED_WITHIN_MS,
        intervals: [LOOK_EVERY_MS],
      })
      .not.toBe('processing');
    return mediaId;
  }

  /** Posts a message; returns its seq. */
  async post(chatId: string, text: string, attachments: readonly Attached[]): Promise<number> {
    const clientMessageId = randomUUID();
    const answer = await patiently(() =>
      this.#requests.post(`/api/v1/chats/${chatId}/messages`, {
        headers: this.#headers,
        data: { clientMessageId, text, attachments },
      }),
    );
    return ((await answer.json()) as { seq: number }).seq;
  }

  async #stateOf(mediaId: string): Promise<string> {
    const answer = await patiently(() =>
      this.#requests.get(`/api/v1/media/${mediaId}`, { headers: this.#headers }),
    );
    return ((await answer.json()) as { state: string }).state;
  }
}

/** Repeats what the suite says came too fast, when it says to. */
async function patiently(ask: () => Promise<APIResponse>): Promise<APIResponse> {
  const answer = await ask();
  if (answer.status() === 429) {
    const seconds = Number(answer.headers()['retry-after'] ?? '1');
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    return patiently(ask);
  }
  expect(answer.ok(), `${answer.url()}: ${String(answer.status())}`).toBe(true);
  return answer;
}

/** A picture of one colour. */
export function png(width: number, height: number, [red, green, blue]: readonly number[]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits for each of red, green and blue.
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x += 1) row.set([red ?? 0, green ?? 0, blue ?? 0], 1 + x * 3);
  const rows = Buffer.concat(Array.from({ length: height }, () => row));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A second of a tone: 8,000 samples of 8 bits. */
export function wav(seconds = 1): Buffer {
  const rate = 8_000;
  const samples = Buffer.alloc(rate * seconds);
  for (let at = 0; at < samples.length; at += 1) {
    samples[at] = 128 + Math.round(90 * Math.sin((at / rate) * 440 * 2 * Math.PI));
  }
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples.length, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples.length, 40);
  return Buffer.concat([header, samples]);
}
