import { describe, expect, it } from 'vitest';
import { MESSAGE_LIMIT, roomLeft } from './messageLimits';

describe('roomLeft', () => {
  it('says nothing while the limit is far', () => {
    expect(roomLeft('hola')).toEqual({ left: null, fits: true });
  });

  it('counts what a person sees', () => {
    expect(roomLeft('ñ'.repeat(MESSAGE_LIMIT - 1))).toEqual({ left: 1, fits: true });
    expect(roomLeft('a'.repeat(MESSAGE_LIMIT + 3))).toEqual({ left: -3, fits: false });
    expect(roomLeft('e\u0301'.repeat(MESSAGE_LIMIT)).left).toBe(0);
  });

  it('minds the bytes too', () => {
    expect(roomLeft('👩‍👩‍👧'.repeat(1_000))).toEqual({ left: null, fits: false });
  });
});
