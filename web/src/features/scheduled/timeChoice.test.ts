import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpClient } from '$platform/http';
import { wholeMinute } from './moments';
import { TimeChoice } from './timeChoice.svelte';

const AT = '2026-11-21T09:00:00Z';
const READINGS: Record<string, object> = {
  'tomorrow at 9': { text: '', dueAt: AT },
  'tomorrow at 9 call Ana': { text: 'call Ana', dueAt: AT },
  'every day at 9': { text: '', recurrence: { rule: 'FREQ=DAILY', zone: 'UTC', start: AT } },
};

describe('TimeChoice', () => {
  let choice: TimeChoice;

  beforeEach(() => {
    const fetch = (_input: unknown, init?: RequestInit) => {
      const { sentence } = JSON.parse(init?.body as string) as { sentence: string };
      const reading = READINGS[sentence];
      const problem = { type: 'urn:tertulia:problem:time-not-understood', title: 'x', status: 422 };
      const whole = { zone: 'UTC', next: [AT], moved: false, ...reading };
      return Promise.resolve(
        reading === undefined
          ? new Response(JSON.stringify(problem), { status: 422 })
          : new Response(JSON.stringify(whole)),
      );
    };
    choice = new TimeChoice(new HttpClient({ base: '', tokens: null, fetch }));
  });
  afterEach(() => {
    choice.dispose();
  });

  const say = async (words: string) => {
    choice.sentence.text = words;
    choice.sentence.changed();
    return choice.settled();
  };

  it('takes a moment in words, and shows it as a day and a time', async () => {
    expect(await say('tomorrow at 9')).toEqual(new Date(AT));
    expect(choice.field).toMatch(/^2026-11-2\dT\d\d:00$/);
    expect(choice.refusal).toBeNull();
  });

  it.each([
    ['tomorrow at 9 call Ana', 'Say only when; what is sent stands in the message.'],
    ['every day at 9', 'A message is sent once: say one time only.'],
    ['some day', 'No time was found in this. Try “tomorrow at 9” or “in 20 minutes”.'],
  ])('takes none of %s, and says why', async (words, why) => {
    expect(await say(words)).toBeNull();
    expect(choice.refusal).toBe(why);
  });

  it('takes what was chosen last', async () => {
    await say('tomorrow at 9');
    choice.pick('2026-12-01T10:30');
    expect(choice.sentence.text).toBe('');
    expect(choice.at).toEqual(new Date(2026, 11, 1, 10, 30));
    choice.pick('');
    expect(choice.at).toBeNull();
  });

  it('has no moment while other words are being read', async () => {
    await say('tomorrow at 9');
    choice.sentence.text = 'tomorrow at 9 call Ana';
    choice.sentence.changed();
    expect(choice.at).toBeNull();
    await vi.waitFor(() => {
      expect(choice.refusal).not.toBeNull();
    });
  });
});

describe('moments', () => {
  it('are whole minutes, never earlier', () => {
    expect(wholeMinute(new Date('2026-11-20T12:00:00.001Z'))).toEqual(
      new Date('2026-11-20T12:01:00Z'),
    );
    expect(wholeMinute(new Date('2026-11-20T12:01:00Z'))).toEqual(new Date('2026-11-20T12:01:00Z'));
  });
});
