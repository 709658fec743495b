import type { Tally } from '$features/conversations';

export type ReceiptState = 'sent' | 'delivered' | 'read';

/** The least that is true with everybody of whom something is known. */
export function receiptStateOf(tally: Tally | null): ReceiptState {
  if (tally === null) return 'sent';
  if (tally.read === tally.of) return 'read';
  return tally.delivered === tally.of ? 'delivered' : 'sent';
}
