import { beforeEach, describe, expect, it } from 'vitest';
import { FakeClock, settled } from '../../test/fakes';
import type { Microphone } from './microphone';
import { VOICE_NOTE_MS, VoiceRecorder } from './voiceRecorder.svelte';

/** A browser that records what the test says. */
class FakeRecording {
  readonly mimeType = 'audio/webm;codecs=opus';
  state = 'inactive';
  ondataavailable: ((event: { data: Blob }) => void) | null = null;
  onstop: (() => void) | null = null;
  heard = 'sound';

  start(): void {
    this.state = 'recording';
  }
  pause(): void {
    this.state = 'paused';
  }
  resume(): void {
    this.state = 'recording';
  }
  stop(): void {
    this.state = 'inactive';
    this.ondataavailable?.({ data: new Blob([this.heard]) });
    this.onstop?.();
  }
}

describe('VoiceRecorder', () => {
  let clock: FakeClock;
  let recording: FakeRecording;
  let track: { onended: (() => void) | null; stop: () => void };
  let stopped: number;
  let closed: number;
  let refusal: Error | null;
  let recorded: { name: string; type: string; size: number; durationMs: number; full: boolean }[];
  let recorder: VoiceRecorder;

  beforeEach(() => {
    clock = new FakeClock();
    recording = new FakeRecording();
    stopped = 0;
    closed = 0;
    refusal = null;
    recorded = [];
    track = { onended: null, stop: () => (stopped += 1) };
    const stream = { getTracks: () => [track] } as unknown as MediaStream;
    const microphone: Microphone = {
      open: () => (refusal === null ? Promise.resolve(stream) : Promise.reject(refusal)),
      record: () => recording as unknown as MediaRecorder,
      listen: () => ({ level: () => 0.5, close: () => (closed += 1) }),
    };
    recorder = new VoiceRecorder({
      ...{ microphone, clock },
      recorded: ({ name, type, size }, durationMs, full) => {
        recorded.push({ name, type, size, durationMs, full });
      },
    });
  });

  it('records, and hands over what was said under a name of its own', async () => {
    await recorder.begin();
    expect(recorder.state).toEqual({ kind: 'recording' });
    await clock.advance(2_500);
    expect(recorder.elapsed).toBe(2_500);
    expect(recorder.level).toBe(0.5);
    recorder.finish();
    expect(recorded).toEqual([
      {
        name: expect.stringMatching(/^voice-note-\d{4}(-\d\d){5}\.webm$/) as string,
        ...{ type: 'audio/webm', size: 5, durationMs: 2_500, full: false },
      },
    ]);
    expect(recorder.state).toEqual({ kind: 'idle' });
    expect([stopped, closed]).toEqual([1, 1]);
  });

  it('does not count what is paused', async () => {
    await recorder.begin();
    await clock.advance(1_000);
    recorder.pause();
    expect(recording.state).toBe('paused');
    await clock.advance(60_000);
    recorder.resume();
    await clock.advance(500);
    recorder.finish();
    expect(recorded).toMatchObject([{ durationMs: 1_500 }]);
  });

  it('throws away what is discarded, and can begin again', async () => {
    await recorder.begin();
    await clock.advance(1_000);
    recorder.cancel();
    expect(recorded).toEqual([]);
    expect(recorder.state).toEqual({ kind: 'idle' });
    await recorder.begin();
    await clock.advance(200);
    recorder.finish();
    expect(recorded).toMatchObject([{ durationMs: 200 }]);
  });

  it('ends by itself at the longest there may be', async () => {
    await recorder.begin();
    await clock.advance(VOICE_NOTE_MS + 5_000);
    expect(recorded).toMatchObject([{ durationMs: VOICE_NOTE_MS, full: true }]);
  });

  it('keeps what there is when the microphone is pulled out', async () => {
    await recorder.begin();
    await clock.advance(1_000);
    track.onended?.();
    expect(recorded).toMatchObject([{ durationMs: 1_000 }]);
  });

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'none'],
    ['AbortError', 'failed'],
  ])('tells why it can not (%s)', async (name, why) => {
    refusal = new DOMException('no', name);
    await recorder.begin();
    expect(recorder.state).toEqual({ kind: 'failed', why });
    recorder.cancel();
    expect(recorder.state).toEqual({ kind: 'idle' });
  });

  it('says so when nothing was recorded', async () => {
    recording.heard = '';
    await recorder.begin();
    recorder.finish();
    expect(recorder.state).toEqual({ kind: 'failed', why: 'failed' });
    expect(recorded).toEqual([]);
  });

  it('lets go of a microphone that is allowed when nobody waits for it any more', async () => {
    void recorder.begin();
    recorder.cancel();
    await settled();
    expect(recorder.state).toEqual({ kind: 'idle' });
    expect(stopped).toBe(1);
  });
});
