import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TranslatedDraft } from '$features/conversations';
import type { TranslationView } from '$platform/api/types';
import { settled } from '../../test/fakes';
import { DraftTranslation } from './draftTranslation.svelte';

const WRITTEN = '/translate spanish secret plan';

describe('a draft that is translated', () => {
  let area: HTMLTextAreaElement | undefined;
  let elsewhere: HTMLTextAreaElement;
  let draft: { place: string; text: string; notice: string; area: HTMLTextAreaElement | undefined };
  let kept: TranslatedDraft | null;
  let named: number;
  let answer: (text: string) => void;
  let translation: DraftTranslation;

  beforeEach(() => {
    // As browsers do: into whatever has the focus.
    document.execCommand = (_command, _ui, text = '') => {
      const field = document.activeElement as HTMLTextAreaElement;
      field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end');
      if (field === area) draft.text = field.value;
      return true;
    };
    area = field(WRITTEN);
    elsewhere = field('what I write elsewhere');
    draft = { place: 'chat', text: WRITTEN, notice: '', area };
    kept = null;
    named = 0;
    const translator = {
      allNameable: () => Promise.resolve(['es', 'en']).finally(() => (named += 1)),
      translate: () =>
        new Promise<TranslationView>((done) => {
          answer = (translatedText) => {
            const view = { sourceLanguage: 'English', source: 'en', target: 'es' };
            done({ ...view, translated: true, translatedText, engine: 'apertium' });
          };
        }),
    };
    translation = new DraftTranslation(translator, draft, {
      translated: () => kept,
      keepTranslated: (_place, translated) => (kept = translated),
    });
  });

  afterEach(() => {
    document.body.replaceChildren();
    Reflect.deleteProperty(document, 'execCommand');
  });

  function field(text: string): HTMLTextAreaElement {
    const made = document.createElement('textarea');
    made.value = text;
    document.body.append(made);
    return made;
  }

  async function asked() {
    void translation.run();
    await settled();
  }

  it('is written where it was typed, in a way that the browser can take back', async () => {
    area?.focus();
    await asked();
    expect(translation.busy).toBe(true);
    answer('plan secreto');
    await settled();
    expect(area).toHaveValue('plan secreto');
    expect(translation.done).toMatchObject({ written: WRITTEN, language: 'es' });
    expect(translation.intact).toBe(true);
    translation.restore();
    expect(area).toHaveValue(WRITTEN);
    expect(translation.done).toBeNull();
  });

  it('leaves the focus, and what is written there, alone', async () => {
    await asked();
    elsewhere.focus();
    answer('plan secreto');
    await settled();
    expect(elsewhere).toHaveFocus();
    expect(elsewhere).toHaveValue('what I write elsewhere');
    expect(draft.text).toBe('plan secreto');
  });

  it('comes too late when its composer is gone', async () => {
    await asked();
    area?.remove();
    draft.area = undefined;
    translation.dispose();
    elsewhere.focus();
    answer('plan secreto');
    await settled();
    expect(elsewhere).toHaveValue('what I write elsewhere');
    expect(draft.text).toBe(WRITTEN);
    expect(kept).toBeNull();
  });

  it('is asked for once, and anew for other words', async () => {
    await asked();
    await asked();
    expect(named).toBe(1);
    const late = answer;
    draft.text = '/translate spanish another plan';
    await asked();
    late('plan secreto');
    await settled();
    expect(draft.text).toBe('/translate spanish another plan');
    answer('otro plan');
    await settled();
    expect(draft.text).toBe('otro plan');
    expect(translation.busy).toBe(false);
  });

  it('can be had back after changes by the button only, which a key could not tell from others', async () => {
    await asked();
    answer('plan secreto');
    await settled();
    draft.text = 'plan muy secreto';
    expect(translation.intact).toBe(false);
    expect(translation.done).not.toBeNull();
    translation.restore();
    expect(draft.text).toBe(WRITTEN);
  });
});
