import { putPicture } from '$features/pictures';
import type { Page, ReceiptPreference, SessionView, UserView } from '$platform/api/types';
import type { HttpClient } from '$platform/http';
import { browserClock, type OwnPresence } from '$platform/realtime';

const PICTURE_PATH = '/users/me/picture';

export function fetchProfile(http: HttpClient): Promise<UserView> {
  return http.get<UserView>('/users/me');
}

export function saveProfile(
  http: HttpClient,
  profile: { readonly displayName: string; readonly bio: string },
): Promise<UserView> {
  return http.put<UserView>('/users/me', profile);
}

export function choosePicture(
  http: HttpClient,
  mediaId: string,
  signal: AbortSignal,
): Promise<UserView> {
  return putPicture<UserView>({ http, clock: browserClock }, PICTURE_PATH, mediaId, signal);
}

export function removePicture(http: HttpClient): Promise<UserView> {
  return http.delete<UserView>(PICTURE_PATH);
}

export async function changePassword(
  http: HttpClient,
  currentPassword: string,
  newPassword: string,
): Promise<void> {
  await http.put('/auth/password', { currentPassword, newPassword });
}

export async function fetchSessions(http: HttpClient): Promise<readonly SessionView[]> {
  return (await http.get<Page<SessionView>>('/auth/sessions')).items;
}

export function revokeSession(http: HttpClient, id: string): Promise<void> {
  return http.delete(`/auth/sessions/${id}`);
}

export function revokeOtherSessions(http: HttpClient): Promise<void> {
  return http.delete('/auth/sessions');
}

/** Whether others see what has reached me and what I have read. */
export function fetchReceiptPreference(http: HttpClient): Promise<ReceiptPreference> {
  return http.get<ReceiptPreference>('/receipts/preference');
}

export function saveReceiptPreference(
  http: HttpClient,
  preference: ReceiptPreference,
): Promise<ReceiptPreference> {
  return http.put<ReceiptPreference>('/receipts/preference', preference);
}

/** Says how I want to be shown; what is absent is not wanted any more. */
export function savePresence(http: HttpClient, presence: OwnPresence): Promise<OwnPresence> {
  return http.put<OwnPresence>('/presence', presence);
}
