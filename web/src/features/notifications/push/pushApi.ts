import type { Page, PushDeviceRequest, PushDeviceView } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

const PATH = '/notifications/push/subscriptions';

/** The key that browsers subscribe with. */
export async function fetchPushKey(http: HttpClient): Promise<string> {
  return (await http.get<{ publicKey: string }>('/notifications/push/key')).publicKey;
}

export async function fetchDevices(http: HttpClient): Promise<readonly PushDeviceView[]> {
  return (await http.get<Page<PushDeviceView>>(PATH)).items;
}

/** Makes or changes the device that has this endpoint. */
export function putDevice(http: HttpClient, device: PushDeviceRequest): Promise<PushDeviceView> {
  return http.put<PushDeviceView>(PATH, device);
}

export function deleteDevice(http: HttpClient, id: string, signal?: AbortSignal): Promise<void> {
  return http.delete(`${PATH}/${id}`, signal === undefined ? {} : { signal });
}
