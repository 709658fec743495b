import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Conversations } from '$features/conversations';
import { Directory } from '$features/people';
import type { ChatMediaView, MediaView, MessageView } from '$platform/api/types';
import { HttpClient } from '$platform/http';
import {
  ANA,
  attachment,
  CHAT,
  FakeClock,
  FakeKept,
  FakeSocket,
  FakeStorage,
  hello,
  ME,
  mediaView,
  message,
  posted,
  settled,
  summary,
} from '../../test/fakes';
import TimelineHarness from '../../test/TimelineHarness.svelte';

const VIEW = {
  id: CHAT,
  kind: 'group',
  title: 'Garden',
  memberCount: 2,
  receipts: true,
  createdBy: ME,
  createdAt: '2026-11-20T10:00:00Z',
  version: 1,
  myRole: 'member',
};
const LATER = { addressesExpireAt: '2999-01-01T00:00:00Z' };

function withoutAddress(view: MediaView): MediaView {
  const { address, ...rest } = view;
  expect(address).toBeDefined();
  return { ...rest, previews: [] };
}

/** What is being prepared is asked about again within some seconds. */
const ASKED_AGAIN = { timeout: 4_000 };

describe('files of messages', () => {
  let socket: FakeSocket;
  /** media-service answers when this is let go. */
  let held: Promise<void> | null;
  let messages: MessageView[];
  /** What media-service knows. */
  let described: MediaView[];
  let listed: ChatMediaView[];
  let asked: string[];

  function answerTo(path: string): { status: number; body: unknown } {
    asked.push(path);
    const { pathname, searchParams } = new URL(path, 'http://suite.test');
    if (pathname === '/media') {
      const ids = searchParams.get('ids')?.split(',') ?? [];
      return ok({ items: described.filter(({ id }) => ids.includes(id)) });
    }
    if (pathname.startsWith('/media/chats/')) {
      const kinds = searchParams.getAll('kind');
      return ok({ items: listed.filter(({ media }) => kinds.includes(media.kind)) });
    }
    if (pathname.startsWith('/media/')) {
      const problem = { type: 'urn:tertulia:problem:not-found', title: 'No', status: 404 };
      return { status: 404, body: problem };
    }
    if (pathname.includes('/messages')) return ok({ items: messages, before: null, lastSeq: 3 });
    if (/threads|drafts|members/.test(pathname)) return ok({ items: [] });
    return ok(VIEW);
  }

  const ok = (body: unknown) => ({ status: 200, body });

  async function show() {
    const clock = new FakeClock();
    const http = new HttpClient({
      base: '',
      tokens: null,
      fetch: (input) => {
        const answer = () => {
          const { status, body } = answerTo(input as string);
          return new Response(JSON.stringify(body), { status });
        };
        const gate = (input as string).startsWith('/media') ? held : null;
        return gate?.then(answer) ?? Promise.resolve(answer());
      },
    });
    const conversations = new Conversations({
      me: ME,
      http,
      tokens: { current: () => 't', renew: () => Promise.resolve('t') },
      storage: new FakeStorage(),
      kept: new FakeKept(),
      clock,
      openSocket: (protocols) => (socket = new FakeSocket(protocols)),
      signedOut: () => {},
    });
    const directory = new Directory(() => Promise.resolve([]), new FakeKept());
    directory.learn([{ id: ANA, handle: 'ana', displayName: 'Ana Ruiz' }]);
    conversations.start();
    await settled();
    const chat = summary({ kind: 'group', title: 'Garden', lastSeq: 3, readSeq: 3 });
    socket.receive(hello(clock, { chats: [chat] }));
    render(TimelineHarness, { conversations, http, directory, chatId: CHAT });
    await waitFor(() => {
      expect(screen.getAllByRole('article')).toHaveLength(messages.length);
    });
    return conversations;
  }

  const articles = () => screen.getAllByRole('article');
  const last = () => within(articles().at(-1) as HTMLElement);

  beforeEach(() => {
    asked = [];
    held = null;
    listed = [];
    messages = [
      message(1, { text: 'before' }),
      message(2, { text: '', attachments: [attachment('p2', 'image', { alt: 'Two chairs' })] }),
      message(3, { text: 'look', attachments: [attachment('p3')] }),
    ];
    described = [mediaView('p2', 'image', LATER), mediaView('p3', 'image', LATER)];
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue(undefined);
    vi.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue(undefined);
  });

  it('gives a photo its room at once, and asks for all in sight together', async () => {
    await show();
    const image = await screen.findByAltText('Two chairs');
    const room = image.closest<HTMLElement>('.picture');
    expect(room?.style.getPropertyValue('--box-ratio')).toBe('352 / 264');
    expect(image).toHaveAttribute('src', '/api/v1/media/p2/content/medium?signature=s');
    expect(image.getAttribute('srcset')).toContain('small?signature=s 320w');
    expect(image).toHaveAttribute('loading', 'lazy');
    expect(asked.filter((path) => path.startsWith('/media?'))).toEqual(['/media?ids=p2%2Cp3']);
    expect(screen.getByText('look')).toBeVisible();
    expect(articles()[1]?.querySelector('.text')).toBeNull();
  });

  it('reads out what came, quotes it, and names it in lists', async () => {
    await show();
    const photo = { attachments: [attachment('p4', 'image', { alt: 'A cat' })], text: '' };
    socket.receive({ op: 'entry', ...posted(4, photo) });
    socket.receive({ op: 'entry', ...posted(5, { text: 'nice', replyTo: 4 }) });
    const log = screen.getByRole('log', { name: 'New messages' });
    expect(await within(log).findByText('Ana Ruiz: Photo. A cat')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: /Photo/ })).toBeInTheDocument();
  });

  it('shows an album as a list of photos', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    described = ids.map((id) => mediaView(id, 'image', LATER));
    messages = [message(1, { attachments: ids.map((id) => attachment(id)) })];
    await show();
    const album = screen.getByRole('list', { name: 'Album with 5 photos' });
    expect(within(album).getAllByRole('listitem')).toHaveLength(5);
    expect(await within(album).findAllByRole('button')).toHaveLength(5);
  });

  it('says what became of files that are not shown', async () => {
    messages = [
      message(1, { attachments: [attachment('gone')] }),
      message(2, { attachments: [attachment('refused')] }),
      message(3, { attachments: [attachment('slow')] }),
    ];
    described = [
      withoutAddress(mediaView('refused', 'image', { ...LATER, state: 'refused' })),
      withoutAddress(mediaView('slow', 'image', { ...LATER, state: 'processing' })),
    ];
    await show();
    expect(await screen.findByText('It is not here any more.')).toBeVisible();
    expect(screen.getByText('It was refused, and can not be shown.')).toBeVisible();
    expect(screen.getByText('It is being prepared…')).toBeVisible();
  });

  it('tries another address once when a photo does not come, then whenever it is asked to', async () => {
    await show();
    const times = () => asked.filter((path) => path.startsWith('/media?')).length;
    const first = await screen.findByAltText('Two chairs');
    await fireEvent.error(first);
    await waitFor(() => {
      expect(screen.getByAltText('Two chairs')).not.toBe(first);
    });
    expect(times()).toBe(2);
    await fireEvent.error(screen.getByAltText('Two chairs'));
    expect(await screen.findByText('It could not be loaded.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByAltText('Two chairs')).toBeInTheDocument();
    expect(times()).toBeGreaterThan(2);
  });

  it('takes them away with their message', async () => {
    await show();
    await screen.findByAltText('Two chairs');
    const deletion = { chatId: CHAT, seq: 4, type: 'message.deleted', message: 2 };
    socket.receive({ op: 'entry', ...deletion, by: ANA, at: '2026-11-20T12:00:00Z' });
    await waitFor(() => {
      expect(screen.queryByAltText('Two chairs')).toBeNull();
    });
  });

  it('plays voice notes: by button, by keys on the track, at another speed', async () => {
    const name = 'voice-note-7.webm';
    const contentType = 'audio/webm';
    messages = [
      message(1, { text: '', attachments: [attachment('v', 'audio', { name, contentType })] }),
    ];
    described = [mediaView('v', 'audio', { ...LATER, name, contentType, waveform: [1, 50, 100] })];
    await show();
    const play = last().getByRole('button', { name: 'Play: Voice message' });
    const track = last().getByRole('slider', { name: 'Position' });
    expect(track).toHaveAttribute('aria-valuetext', '0:00 of 1:05');
    expect(play).toHaveAttribute('tabindex', '0');
    track.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(track).toHaveAttribute('aria-valuetext', '0:10 of 1:05');
    await userEvent.keyboard('{PageUp}{ArrowLeft}');
    expect(track).toHaveAttribute('aria-valuetext', '0:35 of 1:05');
    await userEvent.keyboard('{Home}');
    expect(track).toHaveAttribute('aria-valuenow', '0');
    await userEvent.click(play);
    expect(HTMLMediaElement.prototype.play).toHaveBeenCalledOnce();
    expect(document.querySelector('audio')).toHaveAttribute(
      'src',
      '/api/v1/media/v/content/original?signature=s',
    );
    await userEvent.click(last().getByRole('button', { name: /^Speed: 1,/ }));
    expect(last().getByRole('button', { name: /^Speed: 1\.5,/ })).toBeVisible();
    await userEvent.click(last().getByRole('button', { name: /^Speed/ }));
    await userEvent.click(last().getByRole('button', { name: /^Speed/ }));
  });

  it('plays a video only when somebody wants to see it', async () => {
    messages = [message(1, { attachments: [attachment('w', 'video')] })];
    described = [mediaView('w', 'video', LATER)];
    await show();
    expect(document.querySelector('video')).toBeNull();
    await userEvent.click(await screen.findByRole('button', { name: /^Play the video/ }));
    const video = await screen.findByLabelText('Video: walk.mp4');
    expect(video).toHaveAttribute('src', '/api/v1/media/w/content/original?signature=s');
    expect(video).toHaveAttribute('controls');
    expect(video).toHaveAttribute('preload', 'none');
  });

  it('offers to play a video when it has been looked into', async () => {
    messages = [message(1, { attachments: [attachment('w', 'video')] })];
    described = [
      mediaView('w', 'video', { ...LATER, state: 'processing', address: undefined as never }),
    ];
    await show();
    expect(await screen.findByText('It is being prepared…')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Play the video/ })).toBeNull();
    described = [mediaView('w', 'video', LATER)];
    const play = await screen.findByRole('button', { name: /^Play the video/ }, ASKED_AGAIN);
    await userEvent.click(play);
    expect(await screen.findByLabelText('Video: walk.mp4')).toHaveAttribute('controls');
  });

  it('plays a video that was asked for before it had been looked into', async () => {
    messages = [message(1, { attachments: [attachment('w', 'video')] })];
    described = [
      mediaView('w', 'video', { ...LATER, state: 'processing', address: undefined as never }),
    ];
    let letGo = () => {};
    held = new Promise((resolve) => (letGo = resolve));
    await show();
    await userEvent.click(await screen.findByRole('button', { name: /^Play the video/ }));
    letGo();
    held = null;
    expect(await screen.findByText('It is being prepared…')).toBeInTheDocument();
    described = [mediaView('w', 'video', LATER)];
    const video = await screen.findByLabelText('Video: walk.mp4', {}, ASKED_AGAIN);
    expect(video).toHaveAttribute('controls');
  });

  it('saves a file under its name', async () => {
    messages = [message(1, { attachments: [attachment('f', 'file')] })];
    described = [mediaView('f', 'file', LATER)];
    await show();
    const saved: string[] = [];
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      saved.push(`${this.download} ${this.getAttribute('href') ?? ''}`);
    });
    expect(last().getByText('PDF · 120 kB')).toBeVisible();
    await userEvent.click(last().getByRole('button', { name: 'Download plan.pdf' }));
    expect(clicked).toHaveBeenCalledOnce();
    expect(saved).toEqual(['plan.pdf /api/v1/media/f/content/original?signature=s&download=1']);
  });

  it('looks at photos one by one with the keyboard, and goes back to the message', async () => {
    await show();
    await screen.findByAltText('Two chairs');
    articles()[1]?.focus();
    await userEvent.keyboard('o');
    const viewer = await screen.findByRole('dialog', { name: 'Photos and videos' });
    expect(within(viewer).getByText('Two chairs')).toBeVisible();
    expect(within(viewer).getByText('Ana Ruiz')).toBeVisible();
    expect(within(viewer).getByRole('status')).toHaveTextContent('1 of 2 or more. Two chairs.');
    await fireEvent.keyDown(viewer, { key: 'ArrowRight' });
    expect(within(viewer).getByRole('status')).toHaveTextContent('2 of 2 or more');
    await fireEvent.keyDown(viewer, { key: '+' });
    expect(within(viewer).getByRole('button', { name: 'Smaller' })).toBeEnabled();
    await fireEvent.keyDown(viewer, { key: '0' });
    expect(within(viewer).getByRole('button', { name: 'Smaller' })).toBeDisabled();
    await fireEvent(viewer, new Event('cancel', { cancelable: true }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(articles()[1]).toHaveFocus();
  });

  it('has a gallery of what was sent in the chat, by kind', async () => {
    const view = (id: string, kind: MediaView['kind']) => mediaView(id, kind, LATER);
    listed = [
      { chatId: CHAT, seq: 3, media: view('p3', 'image') },
      { chatId: CHAT, seq: 2, media: view('p2', 'image') },
      { chatId: CHAT, seq: 1, media: view('f1', 'file') },
    ];
    messages = [message(1, { attachments: [attachment('f1', 'file')] }), ...messages.slice(1)];
    await show();
    await userEvent.click(screen.getByRole('button', { name: 'More of this conversation' }));
    await userEvent.click(screen.getByRole('menuitem', { name: 'Photos, audio and files' }));
    const gallery = screen.getByRole('dialog', { name: 'Photos, audio and files' });
    const pictures = await within(gallery).findByRole('list', { name: 'Photos and videos' });
    expect(within(pictures).getAllByRole('listitem')).toHaveLength(2);
    within(gallery).getByRole('tab', { name: 'Photos and videos' }).focus();
    await userEvent.keyboard('{End}');
    expect(within(gallery).getByRole('tab', { name: 'Files' })).toHaveFocus();
    expect(await within(gallery).findByText('plan.pdf')).toBeVisible();
    await userEvent.keyboard('{Home}');
    await userEvent.click(await within(gallery).findByRole('button', { name: 'Two chairs' }));
    const viewer = screen.getByRole('dialog', { name: 'Photos and videos' });
    expect(within(viewer).getByRole('status')).toHaveTextContent('1 of 2');
    await userEvent.click(within(viewer).getByRole('button', { name: 'Show in the chat' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(location.pathname).toBe(`/chats/${CHAT}/messages/2`);
  });
});
