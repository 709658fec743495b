/** A random UUID (version 4). Made from getRandomValues: randomUUID is missing on plain http off loopback. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}

/** When a UUID of version 7 was made, in milliseconds since 1970; 0 for any other. */
export function timeOfUuid(uuid: string): number {
  if (uuid.charAt(14) !== '7') return 0;
  return Number.parseInt(uuid.slice(0, 8) + uuid.slice(9, 13), 16) || 0;
}
