import { describe, expect, it } from 'vitest';
import { message, summary } from '../../test/fakes';
import { fromSummary } from './chatLog';
import { byActivity, fold } from './chatList';

describe('chat list', () => {
  it('puts the chat where something happened last first; a silent one counts from when it was made', () => {
    const made = Date.parse('2026-11-20T10:30:00Z').toString(16).padStart(12, '0');
    const silent = `${made.slice(0, 8)}-${made.slice(8)}-7000-8000-000000000000`;
    const chats = [
      fromSummary(
        summary({ chatId: 'old', lastMessage: message(1, { postedAt: '2026-11-20T10:00:00Z' }) }),
      ),
      fromSummary(summary({ chatId: silent })),
      fromSummary(
        summary({ chatId: 'new', lastMessage: message(1, { postedAt: '2026-11-20T11:00:00Z' }) }),
      ),
    ];
    expect(byActivity(chats, () => []).map(({ chatId }) => chatId)).toEqual(['new', silent, 'old']);
  });

  it('finds names without minding case and accents', () => {
    expect(fold('Años ÁÉÍ')).toBe('anos aei');
  });
});
