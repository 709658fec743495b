import { VOICE_NOTE_NAME } from '$features/media';
import type { RealtimeClock } from '$platform/realtime';
import { plainType } from './fileUpload';
import { endingOf, type Microphone } from './microphone';

/** The longest voice note; what is recorded by then is kept. */
export const VOICE_NOTE_MS = 15 * 60_000;
/** So often the time and the level are looked at. */
const TICK_MS = 100;
/** So often the browser hands over what it has recorded. */
const SLICE_MS = 1_000;

export type RecorderState =
  | { readonly kind: 'idle' | 'asking' | 'recording' | 'paused' }
  | { readonly kind: 'failed'; readonly why: 'denied' | 'none' | 'failed' };

export interface VoiceRecorderOptions {
  readonly microphone: Microphone;
  readonly clock: RealtimeClock;
  /** A recording is there; `full` when it has reached the longest there may be. */
  readonly recorded: (file: File, durationMs: number, full: boolean) => void;
}

/** Records one voice note after another. What was recorded is handed over at the end of it, unless it is discarded. */
export class VoiceRecorder {
  readonly #options: VoiceRecorderOptions;
  #state = $state.raw<RecorderState>({ kind: 'idle' });
  #elapsed = $state(0);
  #level = $state(0);
  #recorder: MediaRecorder | null = null;
  #meter: ReturnType<Microphone['listen']> | null = null;
  #parts: Blob[] = [];
  /** When the running stretch began, and how long those before it were. */
  #since = 0;
  #before = 0;
  #wanted = true;
  #tick: (() => void) | null = null;
  /** Another attempt since makes an answer to this one void. */
  #attempt = 0;

  constructor(options: VoiceRecorderOptions) {
    this.#options = options;
  }

  get state(): RecorderState {
    return this.#state;
  }

  /** Milliseconds that are recorded. */
  get elapsed(): number {
    return this.#elapsed;
  }

  /** How loud it is, from 0 to 1. */
  get level(): number {
    return this.#level;
  }

  get active(): boolean {
    return this.#state.kind === 'recording' || this.#state.kind === 'paused';
  }

  async begin(): Promise<void> {
    if (this.active || this.#state.kind === 'asking') return;
    const attempt = ++this.#attempt;
    this.#state = { kind: 'asking' };
    try {
      const stream = await this.#options.microphone.open();
      if (attempt === this.#attempt) this.#record(stream);
      else stopAll(stream);
    } catch (error) {
      if (attempt === this.#attempt) this.#state = { kind: 'failed', why: whyOf(error) };
    }
  }

  pause(): void {
    if (this.#state.kind !== 'recording') return;
    this.#recorder?.pause();
    this.#before = this.#measured();
    this.#elapsed = this.#before;
    this.#level = 0;
    this.#tick?.();
    this.#state = { kind: 'paused' };
  }

  resume(): void {
    if (this.#state.kind !== 'paused') return;
    this.#recorder?.resume();
    this.#since = this.#options.clock.now();
    this.#state = { kind: 'recording' };
    this.#tickSoon();
  }

  /** Ends the recording, and hands it over. */
  finish(): void {
    if (!this.active) return;
    this.pause();
    this.#recorder?.stop();
  }

  /** Throws the recording away, or what the person was told. */
  cancel(): void {
    this.#attempt += 1;
    if (!this.active) {
      this.#state = { kind: 'idle' };
      return;
    }
    this.#wanted = false;
    this.finish();
  }

  #record(stream: MediaStream): void {
    const { microphone, clock } = this.#options;
    const recorder = microphone.record(stream);
    this.#parts = [];
    this.#wanted = true;
    this.#before = 0;
    this.#elapsed = 0;
    recorder.ondataavailable = ({ data }) => {
      if (data.size > 0) this.#parts.push(data);
    };
    recorder.onstop = () => {
      this.#ended(stream, recorder.mimeType);
    };
    // The microphone was pulled out: what there is, is kept.
    for (const track of stream.getTracks()) {
      track.onended = () => {
        this.finish();
      };
    }
    recorder.start(SLICE_MS);
    this.#recorder = recorder;
    this.#meter = microphone.listen(stream);
    this.#since = clock.now();
    this.#state = { kind: 'recording' };
    this.#tickSoon();
  }

  #ended(stream: MediaStream, mimeType: string): void {
    stopAll(stream);
    this.#meter?.close();
    this.#meter = null;
    this.#recorder = null;
    this.#tick?.();
    const blob = new Blob(this.#parts, { type: plainType(mimeType) });
    this.#parts = [];
    if (!this.#wanted) this.#state = { kind: 'idle' };
    else if (blob.size === 0) this.#state = { kind: 'failed', why: 'failed' };
    else {
      this.#state = { kind: 'idle' };
      const now = this.#options.clock.now();
      const name = `${VOICE_NOTE_NAME}-${dateForName(now)}.${endingOf(blob.type)}`;
      const file = new File([blob], name, { type: blob.type, lastModified: now });
      this.#options.recorded(file, this.#elapsed, this.#elapsed >= VOICE_NOTE_MS);
    }
  }

  #measured(): number {
    return Math.min(VOICE_NOTE_MS, this.#before + this.#options.clock.now() - this.#since);
  }

  #tickSoon(): void {
    this.#tick = this.#options.clock.after(TICK_MS, () => {
      this.#elapsed = this.#measured();
      this.#level = this.#meter?.level() ?? 0;
      if (this.#elapsed >= VOICE_NOTE_MS) this.finish();
      else this.#tickSoon();
    });
  }
}

function stopAll(stream: MediaStream): void {
  for (const track of stream.getTracks()) {
    track.onended = null;
    track.stop();
  }
}

function whyOf(error: unknown): 'denied' | 'none' | 'failed' {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotFoundError' ? 'none' : 'failed';
}

/** In UTC, without what a file's name may not have. */
function dateForName(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replaceAll(/[T:]/g, '-');
}
