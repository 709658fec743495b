import { describe, expect, it } from 'vitest';
import type { OutgoingMessage } from '$features/conversations';
import { ANA, attachment, CHAT, ME, message } from '../../test/fakes';
import { timelineRows, type TimelineRow } from './timelineRows';

const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 10, day, hour, minute).toISOString();

function rows(...messages: ReturnType<typeof message>[]): readonly TimelineRow[] {
  return timelineRows({ messages, pending: [], me: ME, dividerSeq: null });
}

function outline(list: readonly TimelineRow[]): string[] {
  return list.map((row) =>
    row.kind === 'message' ? `${row.first ? 'first' : 'more'} ${row.text}` : row.kind,
  );
}

function outgoing(fields: Partial<OutgoingMessage> = {}): OutgoingMessage {
  return {
    chatId: CHAT,
    clientMessageId: 'c-out',
    text: 'on its way',
    attachments: {},
    files: [],
    queuedAt: new Date(2026, 10, 20, 12).getTime(),
    order: 1,
    state: 'queued',
    seq: null,
    problem: null,
    ...fields,
  };
}

describe('timelineRows', () => {
  it('puts a day above its messages', () => {
    const list = rows(
      message(1, { text: 'a', postedAt: at(19, 23, 59) }),
      message(2, { text: 'b', postedAt: at(20, 0, 1) }),
    );
    expect(outline(list)).toEqual(['day', 'first a', 'day', 'first b']);
  });

  it('groups what one sender says within five minutes', () => {
    const list = rows(
      message(1, { text: 'a', postedAt: at(20, 9, 0) }),
      message(2, { text: 'b', postedAt: at(20, 9, 4) }),
      message(3, { text: 'c', postedAt: at(20, 9, 10) }),
      message(4, { text: 'd', postedAt: at(20, 9, 10), senderId: ME }),
    );
    expect(outline(list)).toEqual(['day', 'first a', 'more b', 'first c', 'first d']);
  });

  it('has the files of a message', () => {
    const attachments = [attachment('a1')];
    const [, row] = rows(message(1, { attachments, postedAt: at(20, 9) }));
    expect(row).toMatchObject({ kind: 'message', attachments });
  });

  it('divides at the first unread message of somebody else', () => {
    const list = timelineRows({
      messages: [
        message(1, { text: 'a', postedAt: at(20, 9) }),
        message(2, { text: 'mine', postedAt: at(20, 9), senderId: ME }),
        message(3, { text: 'b', postedAt: at(20, 9) }),
        message(4, { text: 'c', postedAt: at(20, 9) }),
      ],
      pending: [],
      me: ME,
      dividerSeq: 1,
    });
    expect(outline(list)).toEqual(['day', 'first a', 'first mine', 'unread', 'first b', 'more c']);
  });

  it('shows what is on its way last, and once, in the place the real one takes', () => {
    const before = timelineRows({
      messages: [message(1, { senderId: ANA, postedAt: at(20, 9) })],
      pending: [outgoing()],
      me: ME,
      dividerSeq: null,
    });
    const real = message(2, { senderId: ME, clientMessageId: 'c-out', postedAt: at(20, 12) });
    const after = timelineRows({
      messages: [message(1, { postedAt: at(20, 9) }), real],
      pending: [outgoing({ state: 'sent', seq: 2 })],
      me: ME,
      dividerSeq: null,
    });
    expect(before.map(({ key }) => key)).toEqual(after.map(({ key }) => key));
    expect(after.at(-1)).toMatchObject({ kind: 'message', mine: true, seq: 2, outgoing: null });
  });
});
