import { DefaultHttpStack } from 'tus-js-client';
import { Uploads, type UploadsOptions } from '$features/uploads';
import { FakeBlobs, FakeClock, FakeStorage } from './fakes';

/** Limits nothing in the tests runs into. */
export const WIDE = {
  maxBytes: 512_000_000,
  maxPixels: 100_000_000,
  maxDurationMs: 3_600_000,
  quotaBytes: 5_000_000_000,
  usedBytes: 0,
  maxOpenUploads: 20,
  openUploads: 0,
};

/** Uploads of somebody, to nowhere unless it is said where. */
export function someUploads(options: Partial<UploadsOptions> = {}): Uploads {
  let made = 0;
  return new Uploads({
    endpoint: 'http://127.0.0.1:9/api/v1/media/uploads',
    stack: new DefaultHttpStack({}),
    clock: new FakeClock(),
    storage: new FakeStorage(),
    blobs: new FakeBlobs(),
    urls: {
      create: () => {
        made += 1;
        return `blob:${String(made)}`;
      },
      revoke: () => undefined,
    },
    measure: () => Promise.resolve({}),
    fetchLimits: () => Promise.resolve(WIDE),
    giveUp: () => Promise.resolve(),
    exclusively: (_lock, work) => work(),
    uploaded: () => undefined,
    ...options,
  });
}
