/** What a recording needs of a browser. */
export interface Microphone {
  /** Asks for the microphone; fails with a NotAllowedError, a NotFoundError or another one. */
  open(): Promise<MediaStream>;
  record(stream: MediaStream): MediaRecorder;
  /** How loud it is now, from 0 to 1, until it is closed. */
  listen(stream: MediaStream): { level(): number; close(): void };
}

/** The first of these a browser records is taken: Opus where it can, what Safari has where not. */
const TYPES = ['audio/webm;codecs=opus', 'audio/ogg;codecs=opus', 'audio/mp4'];
/** Speech is clear with this. */
const BITS_PER_SECOND = 32_000;

const ENDINGS: Readonly<Record<string, string>> = {
  'audio/webm': 'webm',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
};

/** How the name of a recording of a type ends. */
export function endingOf(contentType: string): string {
  return ENDINGS[contentType] ?? 'audio';
}

/** The microphone of this browser; null where there is none, as on plain http off loopback. */
export function browserMicrophone(): Microphone | null {
  if (!('MediaRecorder' in globalThis) || !('mediaDevices' in navigator)) return null;
  return {
    open: () => navigator.mediaDevices.getUserMedia({ audio: true }),
    record: (stream) => {
      const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
      return new MediaRecorder(stream, {
        ...(mimeType === undefined ? {} : { mimeType }),
        audioBitsPerSecond: BITS_PER_SECOND,
      });
    },
    listen,
  };
}

function listen(stream: MediaStream): { level(): number; close(): void } {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1_024;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
      // Loud speech is about a quarter of full scale.
      return Math.min(1, Math.sqrt(power) * 4);
    },
    close: () => void context.close(),
  };
}
