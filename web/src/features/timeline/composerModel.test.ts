import { beforeEach, describe, expect, it } from 'vitest';
import type { TranslatedDraft } from '$features/conversations';
import type { NewScheduledMessage } from '$features/scheduled';
import type { TranslateCommand } from '$features/translation';
import type { Uploads } from '$features/uploads';
import type { TranslationView } from '$platform/api/types';
import { NetworkError } from '$platform/http';
import { CHAT, settled } from '../../test/fakes';
import { ComposerModel } from './composerModel.svelte';
import type { Dialog } from './timelineDesk.svelte';

type FileUpload = ReturnType<Uploads['at']>[number];

const PLAN: FileUpload = {
  ...{ id: 'u1', place: CHAT, order: 1, name: 'plan.pdf', contentType: 'application/pdf' },
  ...{ bytes: 10, modified: 1, kind: 'file', voice: false, alt: '', keepOriginal: false },
  ...{ width: null, height: null, durationMs: null, address: null, mediaId: 'm1' },
  ...{ state: 'complete', problem: null, kept: true, localUrl: null },
};
const HOUR_MS = 3_600_000;
const soon = () => new Date(Date.now() + HOUR_MS);

describe('ComposerModel', () => {
  let files: FileUpload[];
  let scheduled: NewScheduledMessage[];
  let released: (readonly string[])[];
  let draft: string;
  let kept: TranslatedDraft | null;
  let dialog: Dialog | null;
  /** What becomes of the next one that is scheduled. */
  let answer: Promise<void>;

  let commands: TranslateCommand[];
  let translated: () => Promise<TranslationView | null>;
  const inSpanish: TranslationView = {
    ...{ sourceLanguage: 'English', source: 'en', target: 'es', engine: 'apertium' },
    ...{ translatedText: 'buenos días', translated: true },
  };

  function compose(thread: number | null = null) {
    return new ComposerModel({
      ...{ chatId: CHAT, thread, send: () => true },
      conversations: {
        drafts: {
          read: () => ({ text: draft, replyTo: null }),
          write: (_place, text) => (draft = text),
          translated: () => kept,
          keepTranslated: (_place, translated) => (kept = translated),
        },
        typing: () => {},
      },
      uploads: {
        at: () => files,
        add: () => [],
        outgoing: (uploads) =>
          uploads.map(({ id, mediaId, alt }) => ({ uploadId: id, mediaId, alt })),
        taken: () => {},
        released: (ids) => released.push(ids),
      },
      desk: {
        answering: () => 5,
        answer: () => {},
        get dialog() {
          return dialog;
        },
        set dialog(shown) {
          dialog = shown;
        },
      },
      schedule: (message) => {
        scheduled.push(message);
        return answer;
      },
      translator: {
        allNameable: () => Promise.resolve(['es', 'en', 'de']),
        translate: (command) => {
          commands.push(command);
          return translated();
        },
      },
    });
  }

  beforeEach(() => {
    commands = [];
    files = [];
    scheduled = [];
    released = [];
    draft = '';
    kept = null;
    dialog = null;
    answer = Promise.resolve();
  });

  it('hands over words, place, files and time, and keeps nothing of it then', async () => {
    draft = ' see the plan ';
    files = [{ ...PLAN, alt: 'a plan' }];
    const composer = compose(7);
    const at = soon();
    expect(await composer.sendAt(at)).toBeNull();
    expect(scheduled).toMatchObject([
      {
        chatId: CHAT,
        text: 'see the plan',
        thread: 7,
        replyTo: 5,
        attachments: [{ mediaId: 'm1', alt: 'a plan' }],
      },
    ]);
    expect(scheduled[0]?.dueAt).toBe(at.toISOString());
    expect(composer.text).toBe('');
    expect(draft).toBe('');
    expect(released).toEqual([['u1']]);
  });

  it('keeps what is written as it is until that is answered, and after a failure', async () => {
    draft = 'hello';
    const composer = compose();
    let fail: (error: unknown) => void = () => {};
    answer = new Promise((_resolve, reject) => (fail = reject));
    const sending = composer.sendAt(soon());
    expect(composer.scheduling).toBe(true);
    expect(composer.ready).toBe(false);
    await composer.sendAt(soon());
    fail(new NetworkError());
    expect(await sending).toBe(composer.notice);
    expect(composer.notice).not.toBe('');
    expect(composer.text).toBe('hello');
    expect(composer.ready).toBe(true);
    expect(scheduled).toHaveLength(1);
  });

  it.each([
    ['are on their way', { mediaId: null }, 'The files are still on their way.'],
    ['were refused', { state: 'refused' as const }, ''],
  ])('schedules nothing when its files %s', async (_why, fields, reason) => {
    draft = 'hello';
    files = [{ ...PLAN, ...fields }];
    const composer = compose();
    expect(await composer.sendAt(soon())).toContain(reason);
    expect(composer.text).toBe('hello');
    expect(scheduled).toEqual([]);
  });

  it('takes a command for what it is, also later', async () => {
    draft = '/remind me tomorrow';
    await compose().sendAt(soon());
    expect(dialog).toMatchObject({ kind: 'command', sentence: 'tomorrow' });
    expect(scheduled).toEqual([]);
  });

  it('writes in another language what is asked for, to be looked at before it is sent', async () => {
    draft = '/translate es good morning';
    translated = () => Promise.resolve(inSpanish);
    const composer = compose();
    composer.send();
    await settled();
    expect(composer.text).toBe('buenos días');
    expect(composer.translation.done).toMatchObject({ language: 'es', engine: 'apertium' });
    expect(commands).toEqual([{ target: 'es', text: 'good morning' }]);
  });

  it('brings back what was written before it was translated, until it is sent', async () => {
    draft = '/traduce inglés buenos días';
    translated = () => Promise.resolve({ ...inSpanish, translatedText: 'good morning' });
    const composer = compose();
    composer.send();
    await settled();
    composer.text = 'good morning to you';
    composer.translation.restore();
    expect(composer.text).toBe(draft);
    expect(composer.translation.done).toBeNull();
    composer.send();
    await settled();
    composer.send();
    expect(composer.text).toBe('');
    expect(composer.translation.done).toBeNull();
  });

  it('leaves alone what was changed while it was translated', async () => {
    draft = '/translate es good morning';
    let answered: (view: TranslationView) => void = () => {};
    translated = () => new Promise((done) => (answered = done));
    const composer = compose();
    composer.send();
    expect(composer.translation.busy).toBe(true);
    await settled();
    composer.text = '/translate es good evening';
    answered(inSpanish);
    await settled();
    expect(composer.text).toBe('/translate es good evening');
    expect(composer.translation.busy).toBe(false);
  });

  it('keeps what was written when it can not be translated', async () => {
    draft = '/translate de good morning';
    translated = () =>
      Promise.resolve({
        ...{ sourceLanguage: 'English', source: 'en', target: 'de' },
        ...{ translatedText: 'good morning', translated: false, reason: 'no-engine' as const },
      });
    const composer = compose();
    composer.send();
    await settled();
    expect(composer.text).toBe(draft);
    expect(composer.notice).toBe('Nothing here translates English into German.');
    composer.text = '/translate klingon hi';
    composer.send();
    await settled();
    expect(composer.notice).toContain('Write /translate');
    translated = () => Promise.reject(new NetworkError(null));
    composer.text = '/translate es hi';
    composer.send();
    await settled();
    expect(composer.text).toBe('/translate es hi');
    expect(composer.notice).not.toBe('');
  });
});
