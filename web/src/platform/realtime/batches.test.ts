import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, FakeSocket, FakeUnpacking, hello, posted, settled } from '../../test/fakes';
import { gunzip } from './browser';
import type { ConnectionState } from './ports';
import { RealtimeClient } from './realtimeClient';
import type { ServerFrame } from './frames';

const entry = (seq: number) => ({ op: 'entry', ...posted(seq) }) as const;

class Harness {
  readonly clock = new FakeClock();
  readonly unpacking = new FakeUnpacking();
  readonly sockets: FakeSocket[] = [];
  readonly frames: ServerFrame[] = [];
  state: ConnectionState = { kind: 'stopped' };
  readonly client = new RealtimeClient({
    openSocket: (protocols) => {
      const socket = new FakeSocket(protocols);
      this.sockets.push(socket);
      return socket;
    },
    clock: this.clock,
    tokens: { current: () => 't', renew: () => Promise.resolve('t') },
    unpack: this.unpacking.unpack,
    listener: {
      state: (state) => (this.state = state),
      frame: (frame) => this.frames.push(frame),
      signedOut: () => {},
    },
  });

  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (socket === undefined) throw new Error('nothing was opened');
    return socket;
  }

  async open(): Promise<void> {
    this.client.start();
    await settled();
    this.socket.receive(hello(this.clock));
  }

  /** What came, in short. */
  told(): (string | number)[] {
    return this.frames.map((frame) => (frame.op === 'entry' ? frame.seq : frame.op));
  }
}

describe('Batches', () => {
  let h: Harness;
  beforeEach(async () => {
    h = new Harness();
    await h.open();
  });

  it('are asked for', () => {
    expect(h.socket.binaryType).toBe('arraybuffer');
    h.client.resume(new Map([['a', 3]]));
    expect(h.socket.sent).toEqual([{ op: 'resume', chats: { a: 3 }, compression: 'gzip' }]);
  });

  it('are told frame by frame, and a text that comes meanwhile after them', async () => {
    h.socket.receiveBatch();
    h.socket.receive(entry(4));
    h.socket.receive({ op: 'resumed', chats: {} });
    await settled();
    expect(h.told()).toEqual(['hello']);
    await h.unpacking.finish(entry(2), entry(3));
    expect(h.told()).toEqual(['hello', 2, 3, 4, 'resumed']);
    h.socket.receive(entry(5));
    expect(h.told().at(-1)).toBe(5);
  });

  it('are unpacked one after the other', async () => {
    h.socket.receiveBatch();
    h.socket.receive(entry(3));
    h.socket.receiveBatch();
    h.socket.receive(entry(5));
    expect(h.unpacking.underWay).toBe(1);
    await h.unpacking.finish(entry(2));
    expect(h.told()).toEqual(['hello', 2, 3]);
    expect(h.unpacking.underWay).toBe(1);
    await h.unpacking.finish(entry(4));
    expect(h.told()).toEqual(['hello', 2, 3, 4, 5]);
  });

  it('leave out frames that are not known', async () => {
    h.socket.receiveBatch();
    await h.unpacking.finish(entry(2), { op: 'something.new' }, entry(3));
    expect(h.told()).toEqual(['hello', 2, 3]);
  });

  it('are told before the end of their connection', async () => {
    h.socket.receiveBatch();
    h.socket.hangUp(1012);
    expect(h.state.kind).toBe('open');
    await h.unpacking.finish(entry(2));
    expect(h.told()).toEqual(['hello', 2]);
    expect(h.state.kind).toBe('waiting');
  });

  it('of a connection that was given up are not told', async () => {
    h.socket.receiveBatch();
    h.client.stop();
    await h.unpacking.finish(entry(2));
    expect(h.told()).toEqual(['hello']);
  });

  it('show that the connection lives as soon as they come', async () => {
    h.socket.answering = false;
    await h.clock.advance(12_500);
    expect(h.socket.ops()).toEqual(['ping']);
    h.socket.receiveBatch();
    await h.clock.advance(10_000);
    expect(h.state.kind).toBe('open');
  });

  it('that can not be read end the connection, and are not asked for again', async () => {
    h.socket.receiveBatch();
    h.socket.receive(entry(4));
    await h.unpacking.fail();
    expect(h.told()).toEqual(['hello']);
    expect(h.socket.closed).toBe(4000);
    await h.clock.advance(1_000);
    h.socket.receive(hello(h.clock));
    h.client.resume(new Map([['a', 1]]));
    expect(h.socket.sent).toEqual([{ op: 'resume', chats: { a: 1 } }]);
  });
});

it('unpacks what was packed', async () => {
  const packed = new Response(
    new Response('¿Qué tal? 😀').body?.pipeThrough(new CompressionStream('gzip')),
  );
  expect(await gunzip?.(await packed.arrayBuffer())).toBe('¿Qué tal? 😀');
});
