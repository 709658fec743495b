import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePictureSuite } from '../../test/pictureSuite';
import { TusServer } from '../../test/tusServer';
import { PictureSaving } from './pictureSaving.svelte';
import { putPicture } from './pictureUpload';

const PATH = '/users/me/picture';
const processing = { status: 409, slug: 'picture-processing', retryAfter: 1 };

describe('a picture on its way', () => {
  let server: TusServer;
  let suite: FakePictureSuite;
  let saving: PictureSaving;
  let drawings: number;
  const choice = {};

  beforeEach(async () => {
    server = await TusServer.open();
    suite = new FakePictureSuite(server);
    saving = new PictureSaving(suite, (id, signal) => putPicture(suite, PATH, id, signal));
    drawings = 0;
  });
  afterEach(() => server.close());

  const draw = () => {
    drawings += 1;
    return Promise.resolve(new File(['pixels'], 'picture.jpg', { type: 'image/jpeg' }));
  };
  const save = (what: object = choice) => suite.settle(saving.save(what, draw));
  const puts = () => suite.asked.filter((one) => one.startsWith('PUT'));

  it('is sent, waited for until it is looked into, and put where it belongs', async () => {
    suite.states = ['processing', 'processing', 'ready'];
    expect(await save()).toBe(true);
    expect(server.text('m-1')).toBe('pixels');
    expect(server.uploads.get('m-1')?.metadata).toEqual({ filename: 'picture.jpg' });
    expect(suite.asked).toEqual([
      ...['GET /media/m-1', 'GET /media/m-1', 'GET /media/m-1'],
      `PUT ${PATH}`,
    ]);
    expect(suite.bodies).toEqual([{ mediaId: 'm-1' }]);
    expect(saving.busy).toBe(false);
    expect(saving.error).toBeNull();
  });

  it('is offered again while the suite still looks into it', async () => {
    suite.refusals.push(processing, processing);
    expect(await save()).toBe(true);
    expect(puts()).toHaveLength(3);
  });

  it('is not offered without end', async () => {
    suite.refusals.push(...Array.from({ length: 50 }, () => processing));
    expect(await save()).toBe(false);
    expect(saving.error).toMatchObject({ slug: 'picture-processing' });
    expect(puts()).toHaveLength(10);
  });

  it('is not sent again when it could not be put into use: the same choice goes on from there', async () => {
    suite.refusals.push({ status: 503, slug: 'service-unavailable' });
    expect(await save()).toBe(false);
    expect(saving.error).toMatchObject({ status: 503 });
    expect(await save()).toBe(true);
    expect(drawings).toBe(1);
    expect(server.uploads.size).toBe(1);
    expect(suite.bodies).toEqual([{ mediaId: 'm-1' }]);
  });

  it('is another one when something else was chosen meanwhile', async () => {
    suite.refusals.push({ status: 503, slug: 'service-unavailable' });
    await save();
    expect(await save({})).toBe(true);
    expect(drawings).toBe(2);
    expect(suite.bodies).toEqual([{ mediaId: 'm-2' }]);
  });

  it('goes on over a connection that breaks, from where the suite has it', async () => {
    server.cutAfter = 3;
    expect(await save()).toBe(true);
    expect(server.text('m-1')).toBe('pixels');
    expect(server.uploads.size).toBe(1);
  });

  it('tells after some attempts that nobody answers, and can be sent then', async () => {
    server.reach(false);
    expect(await save()).toBe(false);
    expect(saving.error).toMatchObject({ name: 'NetworkError' });
    server.reach(true);
    expect(await save()).toBe(true);
  });

  it('tells at once what the suite refuses', async () => {
    server.answer('POST', { status: 413, slug: 'quota-exceeded' });
    expect(await save()).toBe(false);
    expect(saving.error).toMatchObject({ slug: 'quota-exceeded' });
    expect(server.asked).toEqual(['POST ']);
  });

  it.each(['refused', 'no-preview'] as const)('is of no use when it is %s', async (state) => {
    suite.states = ['processing', state];
    expect(await save()).toBe(false);
    expect(saving.error).toMatchObject({ slug: 'unusable-picture' });
    expect(suite.asked.at(-1)).toBe('DELETE /m-1');
    expect(puts()).toEqual([]);
  });

  it('bears with a suite that does not answer for a moment while it looks into it', async () => {
    suite.states = [null, 'processing', null, null, 'ready'];
    expect(await save()).toBe(true);
    suite.states = [null];
    expect(await save()).toBe(false);
    expect(saving.error).toMatchObject({ name: 'NetworkError' });
  });

  it('is not waited for without end', async () => {
    suite.states = ['processing'];
    expect(await save()).toBe(false);
    expect(saving.error).toMatchObject({ slug: 'picture-processing' });
    expect(suite.asked.filter((one) => one.startsWith('GET'))).toHaveLength(35);
  });

  it('is given up while it is sent', async () => {
    let letGo: () => void = () => {};
    server.held = new Promise((resolve) => {
      letGo = resolve;
    });
    const under = saving.save(choice, draw);
    await vi.waitFor(() => {
      expect(server.asked).toEqual(['POST ']);
    });
    expect(saving.busy).toBe(true);
    expect(saving.sending).toBe(0);
    saving.stop();
    expect(await under).toBe(false);
    letGo();
    expect(saving.busy).toBe(false);
    expect(saving.error).toBeNull();
    expect(puts()).toEqual([]);
  });

  it('is given up while it is waited for, and taken away from the suite', async () => {
    suite.states = ['processing'];
    const under = saving.save(choice, draw);
    await vi.waitFor(() => {
      expect(suite.asked).toContain('GET /media/m-1');
    });
    expect(saving.sending).toBeNull();
    saving.stop();
    expect(await under).toBe(false);
    expect(suite.asked.at(-1)).toBe('DELETE /m-1');
    expect(saving.error).toBeNull();
  });

  it('is one at a time', async () => {
    const first = saving.save(choice, draw);
    expect(await saving.save(choice, draw)).toBe(false);
    expect(await suite.settle(first)).toBe(true);
    expect(drawings).toBe(1);
  });
});
