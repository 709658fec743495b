import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { Directory } from '$features/people';
import type { EmojiView } from '$platform/api/types';
import { HttpClient } from '$platform/http';
import EmojiHarness from '../../test/EmojiHarness.svelte';
import { ANA, CHAT, FakeClock, FakeKept, settled } from '../../test/fakes';
import { ChatEmoji } from './chatEmoji.svelte';
import { fetchEmoji } from './emojiApi';
import { MOST_EMOJI } from './emojiNames';

describe('the emoji of a chat', () => {
  let served: EmojiView[];
  let deletion: Response;
  let deleted: string[];

  beforeEach(() => {
    served = [view('party'), view('ship-it')];
    deletion = new Response(null, { status: 204 });
    deleted = [];
  });

  function view(name: string): EmojiView {
    return { name, mediaId: `m-${name}`, addedBy: ANA, addedAt: '2026-11-20T11:00:00Z' };
  }

  function refused(status: number, slug: string): Response {
    const problem = { type: `urn:tertulia:problem:${slug}`, title: slug, status };
    return new Response(JSON.stringify(problem), { status });
  }

  async function show(options: { editable?: boolean; naming?: boolean } = {}) {
    const http = new HttpClient({
      base: '',
      tokens: null,
      fetch: (input, init) => {
        if (init?.method === 'DELETE') {
          deleted.push(input as string);
          return Promise.resolve(deletion);
        }
        const items = String(input).endsWith('/emoji') ? served : [];
        return Promise.resolve(new Response(JSON.stringify({ items })));
      },
    });
    const emoji = new ChatEmoji({
      fetch: (chatId) => fetchEmoji(http, chatId),
      clock: new FakeClock(),
      kept: new FakeKept(),
    });
    const directory = new Directory(() => Promise.resolve([]), new FakeKept());
    directory.learn([{ id: ANA, handle: 'ana', displayName: 'Ana Ruiz' }]);
    render(EmojiHarness, { http, directory, emoji, editable: true, ...options });
    emoji.show(CHAT, 1);
    await settled();
    return emoji;
  }

  it('are shown to a member, with who added them, and nothing to change them', async () => {
    await show({ editable: false });
    const items = await screen.findAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining(':party:'),
      expect.stringContaining(':ship-it:'),
    ]);
    expect(items[0]).toHaveTextContent('Added by Ana Ruiz');
    expect(screen.getAllByRole('button').map((one) => one.getAttribute('aria-label'))).toEqual([
      'Close',
    ]);
  });

  it('says so when there are none', async () => {
    served = [];
    await show({ editable: false });
    expect(await screen.findByText('No emoji of its own yet')).toBeVisible();
    expect(screen.getByText('The owners of this chat can add some.')).toBeVisible();
  });

  it('are removed after asking', async () => {
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Remove :party:' }));
    expect(deleted).toEqual([]);
    const dialog = screen.getByRole('dialog', { name: 'Remove :party:?' });
    expect(dialog).toHaveTextContent('its name is left');
    await userEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await expect.poll(() => deleted).toEqual([`/chats/${CHAT}/emoji/party`]);
    await expect.poll(() => screen.queryByText(':party:')).toBeNull();
    expect(screen.queryByRole('dialog', { name: 'Remove :party:?' })).toBeNull();
    expect(screen.getByRole('group', { name: 'Emoji of this chat' })).toHaveFocus();
  });

  it.each([
    ['stays when I may not remove it', 403, 'forbidden', true],
    ['goes when somebody else has removed it', 404, 'not-found', false],
  ])('one %s', async (_what, status, slug, stays) => {
    deletion = refused(status, slug);
    await show();
    await userEvent.click(await screen.findByRole('button', { name: 'Remove :party:' }));
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    await expect.poll(() => deleted.length).toBe(1);
    await expect.poll(() => screen.queryByText(':party:') !== null).toBe(stays);
    expect(screen.queryByRole('alert') !== null).toBe(stays);
  });

  it('have a name that is checked while it is typed', async () => {
    await show({ naming: true });
    const field = screen.getByRole('textbox', { name: 'Name' });
    expect(screen.queryByRole('alert')).toBeNull();
    await userEvent.type(field, 'a');
    expect(screen.getByRole('alert')).toHaveTextContent('Between 2 and 32 characters.');
    await userEvent.type(field, 'ño');
    expect(screen.getByRole('alert')).toHaveTextContent('Only a to z without accents');
    await userEvent.clear(field);
    await userEvent.type(field, ':Party:');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('status')).toHaveTextContent(
      ':party: is there already. Its picture is replaced.',
    );
    await userEvent.type(field, 'x');
    expect(screen.getByRole('status')).toHaveTextContent('');
  });

  it('are as many as a chat can have, and no more', async () => {
    served = Array.from({ length: MOST_EMOJI }, (_none, index) => view(`e${String(index)}`));
    await show({ naming: true });
    const field = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.type(field, 'e100');
    expect(screen.getByRole('alert')).toHaveTextContent('A chat can have 100 emoji.');
    await userEvent.clear(field);
    await userEvent.type(field, 'e99');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
