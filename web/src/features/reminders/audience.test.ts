import { beforeEach, describe, expect, it } from 'vitest';
import type { PersonView } from '$platform/api/types';
import { addressedIn } from './audience';
import { AudienceChoice } from './audienceChoice.svelte';

const CHATS = [
  { chatId: 'libros', name: 'Libros' },
  { chatId: 'club', name: 'Libros de Ramón' },
];
const ANA: PersonView = { id: 'u-ana', handle: 'ana', displayName: 'Ana Ruiz' };
const ME: PersonView = { id: 'u-me', handle: 'me', displayName: 'Me' };

describe('addressedIn', () => {
  it.each([
    ['@ana in 20 minutes to call', { kind: 'person', handle: 'ana' }, 'in 20 minutes to call'],
    ['  @Ana.Ruiz  mañana regar', { kind: 'person', handle: 'ana.ruiz' }, 'mañana regar'],
    ['@all tomorrow at 9 scores', { kind: 'here' }, 'tomorrow at 9 scores'],
    ['#chat tomorrow at 9 scores', { kind: 'here' }, 'tomorrow at 9 scores'],
    ['#libros tomorrow at 9', { kind: 'chat', chatId: 'libros' }, 'tomorrow at 9'],
    ['#Libros de Ramon tomorrow', { kind: 'chat', chatId: 'club' }, 'tomorrow'],
    ['#"libros" de nuevo', { kind: 'chat', chatId: 'libros' }, 'de nuevo'],
    ['#librosos tomorrow', { kind: 'unknown', name: '#librosos' }, 'tomorrow'],
    ['#"nadie" tomorrow', { kind: 'unknown', name: '#nadie' }, 'tomorrow'],
  ])('finds in %s for whom it is', (text, address, sentence) => {
    expect(addressedIn(text, CHATS)).toEqual({ address, sentence });
  });

  it.each(['tomorrow call @ana', '@an', '#lib', 'a #chat tomorrow', '@ tomorrow'])(
    'finds nobody in %s',
    (text) => {
      expect(addressedIn(text, CHATS)).toEqual({ address: null, sentence: text });
    },
  );
});

describe('AudienceChoice', () => {
  let choice: AudienceChoice;
  let here: string | null;
  let lookedFor: string[];

  const make = () =>
    new AudienceChoice({
      ...{ me: ME.id, here, chats: () => CHATS },
      findPerson: (handle) => {
        lookedFor.push(handle);
        return Promise.resolve([ANA, ME].find((person) => person.handle === handle) ?? null);
      },
    });

  beforeEach(() => {
    here = 'libros';
    lookedFor = [];
    choice = make();
  });

  it('is for me when nothing is said', async () => {
    choice.look('tomorrow at 9 call Leo');
    expect(await choice.settled()).toEqual({ kind: 'self' });
  });

  it('finds who is named, once for each name', async () => {
    choice.look('@ana t');
    choice.look('@ana tomorrow');
    expect(await choice.settled()).toEqual({ kind: 'person', userId: ANA.id });
    expect(choice.people).toEqual([ANA]);
    expect(lookedFor).toEqual(['ana']);
  });

  it('is for me when I name myself', async () => {
    choice.look('@me tomorrow');
    expect(await choice.settled()).toEqual({ kind: 'self' });
  });

  it('is for nobody while who is named is not there, and says so', async () => {
    choice.look('@leo tomorrow');
    expect(await choice.settled()).toBeNull();
    expect(choice.refusal).toBe('There is no @leo that you could remind.');
    choice.look('@ana tomorrow');
    expect(await choice.settled()).toEqual({ kind: 'person', userId: ANA.id });
  });

  it('is for the chat it is made in, where there is one', async () => {
    choice.look('#chat tomorrow');
    expect(await choice.settled()).toEqual({ kind: 'chat', chatId: 'libros' });
    here = null;
    choice = make();
    choice.look('@all tomorrow');
    expect(await choice.settled()).toBeNull();
    expect(choice.refusal).toBe('There is no #chat that you could remind.');
  });

  it('takes what is chosen in the form over what was written before', async () => {
    choice.look('@leo tomorrow');
    choice.kind = 'chat';
    choice.chosen();
    expect(await choice.settled()).toBeNull();
    expect(choice.refusal).toBeNull();
    choice.chatId = 'club';
    choice.look('@leo tomorrow at 9');
    expect(await choice.settled()).toEqual({ kind: 'chat', chatId: 'club' });
  });
});
