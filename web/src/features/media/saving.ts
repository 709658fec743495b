import type { MediaCard, MediaDescriptions } from './descriptions.svelte';
import { savingAddress } from './pictures';

/** Saves a file under its name, with an address that is good now. False when it can not be had. */
export async function save(
  media: MediaDescriptions,
  card: MediaCard,
  name: string,
  localUrl: string | null = null,
): Promise<boolean> {
  const address = localUrl ?? (await media.fresh(card))?.address ?? null;
  if (address === null) return false;
  const link = document.createElement('a');
  link.href = localUrl ?? savingAddress(address);
  link.download = name;
  // In the document, or Firefox does not follow it; its click is none of the router's.
  document.body.append(link);
  link.click();
  link.remove();
  return true;
}
