import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, FakeSocket, hello, posted, settled } from '../../test/fakes';
import { backoff } from './backoff';
import type { ConnectionState } from './ports';
import { RealtimeClient } from './realtimeClient';
import type { HelloFrame, ServerFrame } from './frames';

class Harness {
  readonly clock = new FakeClock();
  readonly sockets: FakeSocket[] = [];
  readonly frames: ServerFrame[] = [];
  readonly states: ConnectionState['kind'][] = [];
  readonly renewals: (string | null)[] = [];
  signedOut = 0;
  token: string | null = 't0';
  reachable = true;
  readonly client = new RealtimeClient({
    openSocket: (protocols) => {
      const socket = new FakeSocket(protocols);
      this.sockets.push(socket);
      return socket;
    },
    clock: this.clock,
    tokens: {
      current: () => this.token,
      renew: (failed) => {
        this.renewals.push(failed);
        if (!this.reachable) return Promise.reject(new Error('unreachable'));
        if (this.token !== null) this.token = `t${String(this.renewals.length)}`;
        return Promise.resolve(this.token);
      },
    },
    listener: {
      state: ({ kind }) => this.states.push(kind),
      frame: (frame) => this.frames.push(frame),
      signedOut: () => (this.signedOut += 1),
    },
  });

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error('nothing was opened');
    return socket;
  }

  async open(greeting: Partial<HelloFrame> = {}): Promise<void> {
    this.client.start();
    await settled();
    this.socket.receive(hello(this.clock, greeting));
  }
}

describe('RealtimeClient', () => {
  let h: Harness;
  beforeEach(() => {
    h = new Harness();
  });

  it('opens with the protocol and the token, and is open with the hello', async () => {
    await h.open();
    expect(h.socket.protocols).toEqual(['tertulia.v1', 'bearer.t0']);
    expect(h.states).toEqual(['connecting', 'open']);
    expect(h.frames[0]?.op).toBe('hello');
  });

  it('knows what time it is at the suite', async () => {
    expect(h.client.serverNow()).toBe(h.clock.now());
    const serverTime = new Date(h.clock.now() - 600_000).toISOString();
    await h.open({ serverTime });
    await h.clock.advance(1_000);
    expect(h.client.serverNow()).toBe(h.clock.now() - 600_000);
  });

  it('sends only while it is open', async () => {
    expect(h.client.send({ op: 'ping' })).toBe(false);
    await h.open();
    expect(h.client.send({ op: 'read', chatId: 'c', seq: 1 })).toBe(true);
    h.socket.hangUp(1006);
    expect(h.client.send({ op: 'read', chatId: 'c', seq: 2 })).toBe(false);
  });

  it('beats first after a part of the interval, then at each interval', async () => {
    h.clock.chance = 0.2;
    await h.open();
    await h.clock.advance(4_999);
    expect(h.socket.ops()).toEqual([]);
    await h.clock.advance(1);
    expect(h.socket.ops()).toEqual(['ping']);
    await h.clock.advance(25_000);
    expect(h.socket.ops()).toEqual(['ping', 'ping']);
  });

  it('takes a connection that answers no ping for dead', async () => {
    await h.open();
    h.socket.answering = false;
    await h.clock.advance(12_500 + 10_000);
    expect(h.socket.closed).toBe(4003);
    expect(h.client.state.kind).toBe('waiting');
  });

  it('does not wait for a hello for ever', async () => {
    h.client.start();
    await h.clock.advance(15_000);
    expect(h.states.at(-1)).toBe('waiting');
  });

  it('comes back with full jitter and gives up the wait when asked to', async () => {
    await h.open();
    h.socket.hangUp(1012);
    expect(h.client.state).toEqual({ kind: 'waiting', until: h.clock.now() + 250 });
    await h.clock.advance(250);
    expect(h.sockets).toHaveLength(2);
    h.socket.hangUp(1006);
    expect(h.client.state).toEqual({ kind: 'waiting', until: h.clock.now() + 500 });
    h.client.retryNow();
    await settled();
    expect(h.sockets).toHaveLength(3);
  });

  it('comes back when the server says', async () => {
    await h.open();
    h.socket.receive({ op: 'reconnect', afterMs: 4_321 });
    h.socket.hangUp(1012);
    expect(h.client.state).toEqual({ kind: 'waiting', until: h.clock.now() + 4_321 });
    await h.clock.advance(4_321);
    expect(h.sockets).toHaveLength(2);
    h.socket.hangUp(1006);
    expect(h.client.state).toEqual({ kind: 'waiting', until: h.clock.now() + 500 });
  });

  it('comes back within the time that the hello named, and later with each failure', async () => {
    h.client.start();
    await settled();
    h.socket.receive(hello(h.clock, { reconnect: { minMs: 100, maxMs: 3_100 } }));
    h.socket.hangUp(1006);
    const until = () => (h.client.state.kind === 'waiting' ? h.client.state.until : 0);
    expect(until() - h.clock.now()).toBe(1_600);
    await h.clock.advance(1_600);
    h.socket.hangUp(1006);
    expect(until() - h.clock.now()).toBe(1_550);
    for (const wait of [1_550, 1_550, 2_000, 4_000, 8_000, 15_000, 15_000]) {
      expect(until() - h.clock.now()).toBe(wait);
      await h.clock.advance(wait);
      h.socket.hangUp(1006);
    }
  });

  it('waits at most a minute, whatever the server says', async () => {
    await h.open();
    h.socket.receive({ op: 'reconnect', afterMs: 86_400_000 });
    h.socket.hangUp(1012);
    expect(h.client.state).toEqual({ kind: 'waiting', until: h.clock.now() + 60_000 });
  });

  it('comes back in a moment when its network is there again', async () => {
    await h.open();
    h.socket.receive({ op: 'reconnect', afterMs: 9_000 });
    h.socket.hangUp(1006);
    h.client.networkChanged(false);
    expect(h.client.state).toEqual({ kind: 'waiting', until: h.clock.now() + 9_000 });
    h.client.networkChanged(true);
    expect(h.client.state).toEqual({ kind: 'waiting', until: h.clock.now() + 150 });
    await h.clock.advance(150);
    expect(h.sockets).toHaveLength(2);
    await h.clock.advance(14_000);
    expect(h.sockets).toHaveLength(2);
  });

  it('asks whether an open connection lives when the network changes', async () => {
    await h.open();
    h.client.networkChanged(true);
    expect(h.socket.ops()).toEqual(['ping']);
    expect(h.client.state.kind).toBe('open');
  });

  it('backs off up to thirty seconds', () => {
    const ceilings = [0, 1, 2, 5, 6, 20, 5_000].map((attempt) => backoff(attempt, () => 1));
    expect(ceilings).toEqual([500, 1_000, 2_000, 16_000, 30_000, 30_000, 30_000]);
    expect(backoff(3, () => 0)).toBe(0);
  });

  it('gets another token when the server does not take this one', async () => {
    await h.open();
    h.socket.hangUp(4001);
    await settled();
    expect(h.renewals).toEqual(['t0']);
    expect(h.socket.protocols[1]).toBe('bearer.t1');
  });

  it('does not spin when new tokens are refused too', async () => {
    await h.open();
    h.socket.hangUp(4001);
    await settled();
    h.socket.hangUp(4001);
    await settled();
    expect(h.sockets).toHaveLength(2);
    expect(h.client.state.kind).toBe('waiting');
    await h.clock.advance(30_000);
    expect(h.renewals).toEqual(['t0', 't1']);
  });

  it('suspects the token after three refused upgrades', async () => {
    h.client.start();
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await settled();
      h.socket.hangUp(1006);
      await h.clock.advance(5_000);
    }
    expect(h.renewals).toEqual(['t0']);
  });

  it('ends with the session', async () => {
    await h.open();
    h.socket.hangUp(4010);
    expect(h.signedOut).toBe(1);
    expect(h.client.state.kind).toBe('stopped');
  });

  it('waits long when it is one connection too many', async () => {
    await h.open();
    h.socket.hangUp(4029);
    expect(h.client.state).toEqual({ kind: 'waiting', until: h.clock.now() + 15_000 });
  });

  it('goes on trying while no token can be had', async () => {
    h.token = null;
    h.reachable = false;
    h.client.start();
    await settled();
    expect(h.client.state.kind).toBe('waiting');
    h.reachable = true;
    h.token = 't';
    await h.clock.advance(1_000);
    expect(h.sockets).toHaveLength(1);
  });

  it('is over when there is no session to get a token for', async () => {
    h.token = null;
    h.client.start();
    await settled();
    expect(h.signedOut).toBe(1);
    expect(h.sockets).toHaveLength(0);
  });

  it('renews the token in place before it expires', async () => {
    h.clock.chance = 0;
    await h.open();
    await h.clock.advance(239_000);
    expect(h.renewals).toEqual([]);
    await h.clock.advance(1_000);
    expect(h.socket.sent.at(-1)).toEqual({ op: 'auth.refresh', token: 't1' });
    h.socket.receive({
      op: 'auth.refreshed',
      expiresAt: new Date(h.clock.now() + 300_000).toISOString(),
    });
    await h.clock.advance(240_000);
    expect(h.renewals).toHaveLength(2);
    expect(h.sockets).toHaveLength(1);
  });

  it('sends one resume at a time, and no chat again while it is being resumed', async () => {
    await h.open();
    h.client.resume(new Map([['a', 3]]));
    h.client.resume(
      new Map([
        ['a', 3],
        ['b', 7],
      ]),
    );
    expect(h.socket.sent).toEqual([{ op: 'resume', chats: { a: 3 } }]);
    h.socket.receive({ op: 'resumed', chats: { a: 5 } });
    expect(h.socket.sent.at(-1)).toEqual({ op: 'resume', chats: { b: 7 } });
    h.socket.receive({ op: 'resumed', chats: {} });
    h.client.resume(new Map([['a', 5]]));
    expect(h.socket.sent.at(-1)).toEqual({ op: 'resume', chats: { a: 5 } });
  });

  it('names at most five hundred chats in a resume', async () => {
    await h.open();
    h.client.resume(new Map(Array.from({ length: 501 }, (_, index) => [`c${String(index)}`, 1])));
    h.socket.receive({ op: 'resumed', chats: {} });
    const sizes = h.socket.sent.map((frame) => Object.keys(frame['chats'] as object).length);
    expect(sizes).toEqual([500, 1]);
  });

  it('resumes again, a little later, what was refused', async () => {
    await h.open();
    h.client.resume(new Map([['a', 3]]));
    const problem = { type: 'urn:tertulia:problem:service-unavailable', title: '', status: 503 };
    h.socket.receive({ op: 'error', re: 'resume', retryAfterMs: 300, problem });
    await h.clock.advance(299);
    expect(h.socket.ops()).toEqual(['resume']);
    await h.clock.advance(1);
    expect(h.socket.sent.at(-1)).toEqual({ op: 'resume', chats: { a: 3 } });
  });

  it('ignores what an abandoned connection still brings, and frames it does not know', async () => {
    await h.open();
    const old = h.socket;
    old.receive({ op: 'something.new' });
    old.hangUp(1006);
    await h.clock.advance(500);
    old.receive({ op: 'entry', ...posted(2) });
    expect(h.frames.map(({ op }) => op)).toEqual(['hello']);
    old.hangUp(1006);
    expect(h.sockets).toHaveLength(2);
  });

  it('stops for good', async () => {
    await h.open();
    h.client.stop();
    await h.clock.advance(120_000);
    expect(h.sockets).toHaveLength(1);
    expect(h.socket.closed).toBe(1000);
  });
});
