import type { QuietHours } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

const PATH = '/notifications/quiet-hours';

export function fetchQuietHours(http: HttpClient): Promise<QuietHours> {
  return http.get<QuietHours>(PATH);
}

export function saveQuietHours(http: HttpClient, hours: QuietHours): Promise<QuietHours> {
  return http.put<QuietHours>(PATH, hours);
}
