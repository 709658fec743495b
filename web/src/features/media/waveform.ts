/** The loudness of a sound in so many bars, each from 0 to 100 and the loudest of its part; flat when it is not known. */
export function barsOf(waveform: readonly number[] | null | undefined, count: number): number[] {
  const values = waveform ?? [];
  return Array.from({ length: count }, (_none, bar) => {
    const from = Math.floor((bar * values.length) / count);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * values.length) / count));
    const part = values.slice(from, to);
    return part.length === 0 ? 0 : Math.max(0, Math.min(100, Math.max(...part)));
  });
}
