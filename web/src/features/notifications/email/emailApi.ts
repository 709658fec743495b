import type { EmailSettings, EmailSettingsRequest } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

const PATH = '/notifications/email';

export function fetchEmailSettings(http: HttpClient): Promise<EmailSettings> {
  return http.get<EmailSettings>(PATH);
}

/** To a new address a link is sent, and nothing else before that has been opened. */
export function saveEmailSettings(
  http: HttpClient,
  settings: EmailSettingsRequest,
): Promise<EmailSettings> {
  return http.put<EmailSettings>(PATH, settings);
}

/** Says that an address is the person's, by what was sent to it; nobody has to be signed in. */
export async function confirmEmail(http: HttpClient, token: string): Promise<void> {
  await http.post(`${PATH}/confirmations`, { token });
}
