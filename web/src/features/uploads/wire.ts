import type { MediaLimits } from '$platform/api/types';
import type { HttpClient } from '$platform/http';

/** Where files are uploaded to by tus 1.0, below the base of the API. */
export const UPLOADS_PATH = '/media/uploads';

export function fetchLimits(http: HttpClient): Promise<MediaLimits> {
  return http.get<MediaLimits>('/media/limits');
}

/** Ends an upload that is not finished. */
export function deleteUpload(http: HttpClient, mediaId: string): Promise<void> {
  return http.delete(`${UPLOADS_PATH}/${mediaId}`, { headers: { 'Tus-Resumable': '1.0.0' } });
}

/** Deletes a file of mine that no message has. */
export function deleteMedia(http: HttpClient, mediaId: string): Promise<void> {
  return http.delete(`/media/${mediaId}`);
}
