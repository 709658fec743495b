import { describe, expect, it } from 'vitest';
import { i18n } from '$platform/i18n';
import { attachment, mediaView } from '../../test/fakes';
import { attachmentOf, isVoiceNote } from './attachment';
import { altOf, clockTime, factsOf, lineOf, spokenOf, summaryOf } from './attachmentText';
import { iconOf } from './fileIcon';
import { barsOf } from './waveform';

const photo = attachment('1');
const voice = attachment('2', 'audio', { name: 'voice-note-1.webm', contentType: 'audio/webm' });

describe('what is said of files', () => {
  it('sums them up in a word or two', () => {
    expect(summaryOf([photo])).toBe('Photo');
    expect(summaryOf([photo, attachment('3'), attachment('4')])).toBe('3 photos');
    expect(summaryOf([photo, attachment('5', 'file')])).toBe('2 attachments');
    expect(summaryOf([attachment('5', 'file')])).toBe('plan.pdf');
    expect(summaryOf([voice])).toBe('Voice message');
    expect(summaryOf([attachment('6', 'audio')])).toBe('Audio');
    expect(summaryOf(null)).toBe('');
    i18n.speak('es');
    expect(summaryOf([attachment('7', 'video'), attachment('8', 'video')])).toBe('2 vídeos');
  });

  it('goes before what the message says', () => {
    expect(lineOf('at noon', [photo])).toBe('Photo · at noon');
    expect(lineOf('', [photo])).toBe('Photo');
    expect(lineOf('at noon', undefined)).toBe('at noon');
    const described = { ...photo, alt: 'Two chairs' };
    expect(spokenOf('at noon', [described])).toBe('Photo. Two chairs. at noon');
    expect(altOf(described)).toBe('Two chairs');
    expect(altOf(photo)).toBe('Photo: garden.jpg');
  });

  it('tells a voice note from a song', () => {
    expect(isVoiceNote(voice)).toBe(true);
    expect(isVoiceNote(attachment('6', 'audio'))).toBe(false);
    expect(isVoiceNote({ kind: 'file', name: 'voice-note.txt' })).toBe(false);
  });

  it.each([
    [0, '0:00'],
    [65_400, '1:05'],
    [3_600_000, '1:00:00'],
    [-5, '0:00'],
  ])('%i ms are %s', (ms, text) => {
    expect(clockTime(ms)).toBe(text);
  });

  it.each([
    [640, '640 bytes'],
    [1_249, '1.2 kB'],
    [12_400_000, '12 MB'],
    [500_000_000, '500 MB'],
    [2_000_000_000, '2 GB'],
  ])('%i bytes are %s', (bytes, text) => {
    expect(i18n.bytes(bytes)).toBe(text);
  });

  it('says what kind of file it is', () => {
    expect(factsOf(attachment('5', 'file', { bytes: 1_200_000 }))).toBe('PDF · 1.2 MB');
    const nameless = { name: 'notes', contentType: 'text/markdown; charset=utf-8' };
    expect(factsOf(attachment('5', 'file', { ...nameless, bytes: 3 }))).toBe('MARKDOWN · 3 bytes');
    expect(iconOf({ contentType: 'application/zip' })).toBe('archive');
    expect(iconOf({ contentType: 'application/pdf' })).toBe('text');
    expect(iconOf({ contentType: 'application/octet-stream' })).toBe('file');
  });

  it('makes an attachment of a description, without what is not known', () => {
    expect(attachmentOf(mediaView('9', 'file'))).toEqual(attachment('9', 'file'));
    expect(attachmentOf(mediaView('9'), 'Two chairs')).toEqual(
      attachment('9', 'image', { alt: 'Two chairs' }),
    );
  });
});

describe('barsOf', () => {
  it('takes the loudest of each part', () => {
    expect(barsOf([1, 9, 3, 4, 8, 2], 3)).toEqual([9, 4, 8]);
  });

  it('repeats what there is less of, and is flat without it', () => {
    expect(barsOf([10, 90], 4)).toEqual([10, 10, 90, 90]);
    expect(barsOf(null, 3)).toEqual([0, 0, 0]);
    expect(barsOf([300, -5], 2)).toEqual([100, 0]);
  });
});
