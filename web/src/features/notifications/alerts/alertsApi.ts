import type { AlertRequest, AlertView, Page } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

const PATH = '/notifications/alerts';

export async function fetchAlerts(http: HttpClient): Promise<readonly AlertView[]> {
  return (await http.get<Page<AlertView>>(PATH)).items;
}

export function createAlert(http: HttpClient, alert: AlertRequest): Promise<AlertView> {
  return http.post<AlertView>(PATH, alert);
}

export function deleteAlert(http: HttpClient, id: string): Promise<void> {
  return http.delete(`${PATH}/${id}`);
}
