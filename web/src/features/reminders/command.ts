const COMMAND = /^\/(?:remind(?:\s+me)?|recu[eé]rdame)(?:\s+|$)/iu;

/** What is asked to be reminded of by `/remind` or `/recuérdame`; null for what is to be said. */
export function reminderIn(text: string): string | null {
  const trimmed = text.trim().normalize('NFC');
  const command = COMMAND.exec(trimmed);
  return command === null ? null : trimmed.slice(command[0].length);
}
