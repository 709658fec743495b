import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import type { Uploads } from '$features/uploads';
import { HttpClient } from '$platform/http';
import {
  CHAT,
  FakeBlobs,
  FakeClock,
  FakeKept,
  FakeSocket,
  FakeStorage,
  hello,
  ME,
  message,
  settled,
  summary,
} from '../../test/fakes';
import { someUploads, WIDE } from '../../test/someUploads';
import TimelineHarness from '../../test/TimelineHarness.svelte';
import { TusServer } from '../../test/tusServer';

const VIEW = {
  ...{ id: CHAT, kind: 'private', title: null, memberCount: 2, receipts: true },
  ...{ createdBy: ME, createdAt: '2026-11-20T10:00:00Z', version: 1, myRole: 'member' },
};
const photo = new File(['a garden'], 'garden.jpg', { type: 'image/jpeg', lastModified: 1 });
const plan = new File(['a plan'], 'plan.pdf', { type: 'application/pdf', lastModified: 1 });

describe('files of a message', () => {
  let server: TusServer;
  let socket: FakeSocket;
  let storage: FakeStorage;
  let blobs: FakeBlobs;
  let limits: typeof WIDE;
  let uploads: Uploads;
  let conversations: Conversations;

  async function show() {
    const clock = new FakeClock();
    const answer = (path: string) =>
      path.includes('/messages') ? { items: [message(1)], before: null } : VIEW;
    const http = new HttpClient({
      ...{ base: '', tokens: null },
      fetch: (input) => Promise.resolve(new Response(JSON.stringify(answer(input as string)))),
    });
    uploads = someUploads({
      ...{ endpoint: server.endpoint, storage, blobs },
      fetchLimits: () => Promise.resolve(limits),
      uploaded: (uploadId, mediaId) => {
        conversations.uploaded(uploadId, mediaId);
      },
    });
    conversations = new Conversations({
      ...{ me: ME, http, storage, clock, kept: new FakeKept(), signedOut: () => {} },
      tokens: { current: () => 't', renew: () => Promise.resolve('t') },
      openSocket: (protocols) => (socket = new FakeSocket(protocols)),
      released: (uploadIds, sent) => {
        uploads.released(uploadIds, sent);
      },
    });
    conversations.start();
    uploads.start(conversations.filesInUse);
    await settled();
    socket.receive(hello(clock, { chats: [summary()] }));
    const directory = new Directory(() => Promise.resolve([]), new FakeKept());
    const shown = render(TimelineHarness, {
      conversations,
      http,
      directory,
      uploads,
      chatId: CHAT,
    });
    await screen.findByText('message 1');
    return shown;
  }

  const box = () => screen.getByRole('textbox', { name: 'Message' });
  const tray = () => screen.getByRole('list', { name: 'Files of the message' });
  const sends = () => socket.sent.filter((frame) => frame['op'] === 'message.send');
  const pick = async (...files: File[]) => {
    const input = document.querySelector<HTMLInputElement>('form input[type=file]');
    if (input === null) throw new Error('nothing to pick with');
    await fireEvent.change(input, { target: { files } });
  };
  const transfer = (...files: File[]) => ({
    types: ['Files'],
    items: files.map((file) => ({
      ...{ kind: 'file', getAsFile: () => file, webkitGetAsEntry: () => null },
    })),
  });

  beforeEach(async () => {
    server = await TusServer.open();
    storage = new FakeStorage();
    blobs = new FakeBlobs();
    limits = WIDE;
  });

  afterEach(async () => {
    uploads.dispose();
    conversations.dispose();
    await server.close();
  });

  it('go with it once they are uploaded, while the person goes on writing', async () => {
    let release: () => void = () => undefined;
    server.held = new Promise((resolve) => (release = resolve));
    await show();
    await pick(photo, plan);
    expect(within(tray()).getAllByRole('listitem')).toHaveLength(2);
    const alt = within(tray()).getByRole('textbox', { name: 'What garden.jpg shows' });
    await userEvent.type(alt, 'Roses');
    await userEvent.type(box(), 'our garden{Enter}');
    expect(box()).toHaveValue('');
    const pending = screen.getByText('our garden').closest('li');
    expect(within(pending ?? box()).getAllByRole('progressbar')).toHaveLength(2);
    await userEvent.type(box(), 'and more{Enter}');
    expect(sends()).toMatchObject([{ text: 'and more' }]);
    socket.receive({
      ...{ op: 'message.ack', chatId: CHAT, messageId: 'm', seq: 2 },
      ...{ clientMessageId: sends()[0]?.['clientMessageId'], postedAt: '2026-11-20T12:00:00Z' },
    });
    release();
    await waitFor(() => {
      expect(sends()).toHaveLength(2);
    });
    const ids = [...server.uploads].map(([id, { metadata }]) => [metadata['filename'], id]);
    const named = Object.fromEntries(ids) as Record<string, string>;
    expect(sends()[1]).toMatchObject({
      text: 'our garden',
      attachments: [{ mediaId: named['garden.jpg'], alt: 'Roses' }, { mediaId: named['plan.pdf'] }],
    });
  });

  it('need no words', async () => {
    await show();
    expect(screen.getByRole('button', { name: 'Send' })).toBeDisabled();
    await pick(photo);
    await screen.findByText(/uploaded$/);
    await userEvent.click(screen.getByRole('button', { name: 'Send' }));
    expect(sends()).toMatchObject([{ text: '', attachments: [{ mediaId: 'm-1' }] }]);
    expect(screen.queryByRole('list', { name: 'Files of the message' })).toBeNull();
  });

  it('are pasted and dropped', async () => {
    await show();
    await fireEvent.paste(box(), { clipboardData: transfer(photo) });
    const region = screen.getByRole('region', { name: 'Conversation' });
    await fireEvent.dragEnter(region, { dataTransfer: transfer(plan) });
    expect(screen.getByText('Drop the files to attach them')).toBeInTheDocument();
    await fireEvent.drop(region, { dataTransfer: transfer(plan) });
    expect(within(tray()).getByText('garden.jpg')).toBeInTheDocument();
    expect(within(tray()).getByText('plan.pdf')).toBeInTheDocument();
    expect(screen.queryByText('Drop the files to attach them')).toBeNull();
  });

  it('are told of when they are refused, and hold the message back until they are out', async () => {
    limits = { ...WIDE, maxBytes: 7 };
    await show();
    await pick(photo);
    const reason = await screen.findAllByText(/too large\. A file may have/);
    expect(reason.length).toBeGreaterThan(0);
    await userEvent.type(box(), 'look{Enter}');
    expect(screen.getByText(/^Not sent: take out/)).toBeInTheDocument();
    expect(sends()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Take garden.jpg out' }));
    expect(box()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(sends()).toMatchObject([{ text: 'look' }]);
    expect(server.asked).toEqual([]);
  });

  it('are as many as a message takes', async () => {
    await show();
    await pick(...Array.from({ length: 12 }, (_none, at) => new File(['x'], `${String(at)}.txt`)));
    expect(within(tray()).getAllByRole('listitem')).toHaveLength(10);
    expect(screen.getByText(/A message takes 10 files/)).toBeInTheDocument();
  });

  it('stay with the draft when the page is left', async () => {
    const first = await show();
    await pick(photo);
    await waitFor(() => {
      expect(blobs.files.size).toBe(1);
    });
    first.unmount();
    uploads.dispose();
    conversations.dispose();
    await show();
    expect(within(tray()).getByText('garden.jpg')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Take garden.jpg out' }));
    expect(screen.queryByText('garden.jpg')).toBeNull();
  });

  it('can be left out of a message that waits for them', async () => {
    server.held = new Promise(() => undefined);
    await show();
    await pick(photo);
    await userEvent.type(box(), 'without it{Enter}');
    await userEvent.click(screen.getByRole('button', { name: 'Take garden.jpg out' }));
    expect(sends()).toMatchObject([{ text: 'without it' }]);
    expect(sends()[0]).not.toHaveProperty('attachments');
  });

  it('are picked with a key', async () => {
    await show();
    const input = document.querySelector<HTMLInputElement>('form input[type=file]');
    let opened = 0;
    input?.addEventListener('click', () => (opened += 1));
    box().focus();
    await userEvent.keyboard('{Control>},{/Control}');
    expect(opened).toBe(1);
  });
});
