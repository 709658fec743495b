import { beforeEach, describe, expect, it } from 'vitest';
import { settled } from '../../test/fakes';
import { aloneHeard, playback } from './playback.svelte';
import { SoundPlayer } from './soundPlayer.svelte';

/** An audio element as far as a player uses it: what it would load and play, the test says. */
class FakeSound extends EventTarget {
  src = '';
  readyState = 0;
  currentTime = 0;
  duration = Number.NaN;
  playbackRate = 1;
  paused = true;
  refuses = false;

  getAttribute(): string | null {
    return this.src === '' ? null : this.src;
  }

  play(): Promise<void> {
    if (this.refuses) return Promise.reject(new DOMException('no', 'NotSupportedError'));
    this.paused = false;
    this.dispatchEvent(new Event('play'));
    return Promise.resolve();
  }

  pause(): void {
    if (this.paused) return;
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }

  load(duration: number): void {
    this.readyState = 1;
    this.duration = duration;
    this.dispatchEvent(new Event('loadedmetadata'));
  }

  at(seconds: number): void {
    this.currentTime = seconds;
    this.dispatchEvent(new Event('timeupdate'));
  }

  break(): void {
    this.readyState = 0;
    this.dispatchEvent(new Event('error'));
  }
}

describe('SoundPlayer', () => {
  let sound: FakeSound;
  let asked: boolean[];
  let address: string | null;
  let durationMs: number | null;

  beforeEach(() => {
    sound = new FakeSound();
    asked = [];
    address = '/a?1';
    durationMs = 60_000;
  });

  function player(element = sound): SoundPlayer {
    const made = new SoundPlayer({
      address: (anew) => {
        asked.push(anew);
        return Promise.resolve(address);
      },
      durationMs: () => durationMs,
    });
    made.attach(element as unknown as HTMLAudioElement);
    return made;
  }

  it('loads nothing before somebody wants to hear it, and then once', async () => {
    const made = player();
    expect(sound.src).toBe('');
    await made.toggle();
    expect([sound.src, made.playing, made.duration]).toEqual(['/a?1', true, 60]);
    await made.toggle();
    expect(made.playing).toBe(false);
    await made.toggle();
    expect(asked).toEqual([false]);
  });

  it('begins where somebody sought before it was loaded', async () => {
    const made = player();
    made.seek(20);
    expect([made.position, sound.currentTime]).toEqual([20, 0]);
    await made.toggle();
    sound.load(Infinity);
    expect(sound.currentTime).toBe(20);
    made.seek(900);
    expect([made.position, sound.currentTime]).toEqual([60, 60]);
    made.seek(-3);
    expect(made.position).toBe(0);
  });

  it('measures what nobody has told the length of', async () => {
    durationMs = null;
    const made = player();
    await made.toggle();
    sound.load(33);
    expect(made.duration).toBe(33);
  });

  it('is at the beginning again after its end', async () => {
    const made = player();
    await made.toggle();
    sound.load(60);
    sound.at(59);
    expect(made.position).toBe(59);
    sound.dispatchEvent(new Event('ended'));
    expect([made.position, made.playing]).toEqual([0, false]);
  });

  it('goes on from where it was, with another address, when the one it had is over', async () => {
    const made = player();
    await made.toggle();
    sound.load(60);
    sound.at(42);
    address = '/a?2';
    sound.break();
    sound.at(0);
    await settled();
    expect([sound.src, made.position]).toEqual(['/a?2', 42]);
    sound.load(60);
    expect(sound.currentTime).toBe(42);
    expect(asked).toEqual([false, true]);
  });

  it('says so when that does not help either, and tries again when asked', async () => {
    const made = player();
    await made.toggle();
    sound.break();
    await settled();
    sound.refuses = true;
    sound.break();
    await settled();
    expect(made.failed).toBe(true);
    sound.refuses = false;
    sound.pause();
    await made.toggle();
    expect([made.failed, made.playing]).toEqual([false, true]);
  });

  it('says so when there is nothing to be had', async () => {
    address = null;
    const made = player();
    await made.toggle();
    expect([made.failed, made.busy]).toEqual([true, false]);
  });

  it('pauses when another sound, or a video, begins', async () => {
    const other = new FakeSound();
    const first = player();
    const second = player(other);
    await first.toggle();
    await second.toggle();
    expect([first.playing, second.playing]).toEqual([false, true]);
    const video = new FakeSound();
    const stop = aloneHeard(video as unknown as HTMLMediaElement);
    await video.play();
    expect(second.playing).toBe(false);
    stop();
    expect(video.paused).toBe(true);
  });

  it('plays at the speed chosen for all', async () => {
    playback.faster();
    const made = player();
    await made.toggle();
    expect([playback.speed, sound.playbackRate]).toEqual([1.5, 1.5]);
    playback.faster();
    playback.faster();
    expect(playback.speed).toBe(1);
    made.pace(playback.speed);
    expect(sound.playbackRate).toBe(1);
  });
});
