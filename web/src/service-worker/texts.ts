import type { Language } from '$platform/api/types';

/** The few words of the worker's own: it does not carry the catalogues of the application. */
const TEXTS = {
  en: {
    news: 'There is something new',
    unread: { one: '{count} unread notification', other: '{count} unread notifications' },
    elsewhere: 'Read on another device',
  },
  es: {
    news: 'Hay algo nuevo',
    unread: { one: '{count} notificación sin leer', other: '{count} notificaciones sin leer' },
    elsewhere: 'Leído en otro dispositivo',
  },
} as const;

export interface WorkerTexts {
  readonly news: string;
  readonly elsewhere: string;
  readonly unread: (count: number) => string;
}

export function textsOf(language: Language): WorkerTexts {
  const { news, elsewhere, unread } = TEXTS[language];
  return {
    news,
    elsewhere,
    unread: (count) =>
      (count === 1 ? unread.one : unread.other).replace(
        '{count}',
        new Intl.NumberFormat(language).format(count),
      ),
  };
}
