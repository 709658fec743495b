import type { TranslationOffer, TranslationView } from '$platform/api/types';
import type { RealtimeClock } from '$platform/realtime';
import type { AskingOptions } from './asking';
import type { OnDeviceTranslator } from './onDevice';
import type { WishesOptions } from './wishes.svelte';

/** What the translations of a person are made with. */
export interface TranslationsOptions extends Omit<WishesOptions, 'hasDevice' | 'changed'> {
  readonly me: string;
  readonly clock: RealtimeClock;
  /** What time it is at the suite, whose times messages carry. */
  readonly serverNow: () => number;
  readonly fetchOffer: () => Promise<TranslationOffer>;
  readonly fetchTranslations: AskingOptions['fetch'];
  readonly translateText: (text: string, target: string) => Promise<TranslationView | null>;
  /** The translator of this browser; null where there is none. */
  readonly device: OnDeviceTranslator | null;
}
