import type {
  BookmarkView,
  ChatView,
  DraftView,
  MessagePage,
  MessageReceipt,
  MessageView,
  Page,
  Reactor,
  ReceiptPosition,
  ThreadView,
  VersionView,
} from '$platform/api/types';
import type { HttpClient } from '$platform/http';

const PAGE = 50;

/** Which page: the newest one, the one before or after a cursor, or the one around a message or a moment. */
export interface PageAt {
  readonly before?: string | null;
  readonly after?: string;
  readonly around?: number;
  readonly at?: string;
  readonly limit?: number;
}

/** A page of a chat's main conversation. */
export function fetchMessages(
  http: HttpClient,
  chatId: string,
  where: PageAt = {},
): Promise<MessagePage> {
  return http.get<MessagePage>(`/chats/${chatId}/messages`, { query: { limit: PAGE, ...where } });
}

/** A page of a thread, newest first asked for. */
export function fetchThread(
  http: HttpClient,
  chatId: string,
  root: number,
  before: string | null,
): Promise<MessagePage> {
  const path = `/chats/${chatId}/threads/${String(root)}/messages`;
  return http.get<MessagePage>(path, { query: { before, limit: PAGE } });
}

export function fetchMessage(http: HttpClient, chatId: string, seq: number): Promise<MessageView> {
  return http.get<MessageView>(pathOfMessage(chatId, seq));
}

/** What a message said, newest first; at most a page of it. */
export async function fetchVersions(
  http: HttpClient,
  chatId: string,
  seq: number,
): Promise<readonly VersionView[]> {
  const page = await http.get<Page<VersionView>>(`${pathOfMessage(chatId, seq)}/versions`);
  return page.items;
}

/** Who chose an emoji. */
export function fetchReactors(
  http: HttpClient,
  chatId: string,
  seq: number,
  emoji: string,
): Promise<Page<Reactor>> {
  const path = `${pathOfMessage(chatId, seq)}/reactions/${encodeURIComponent(emoji)}`;
  return http.get<Page<Reactor>>(path, { query: { limit: 100 } });
}

/** How far the members of a chat are who send receipts. */
export function fetchReceipts(
  http: HttpClient,
  chatId: string,
  cursor: string | null,
): Promise<Page<ReceiptPosition>> {
  return http.get<Page<ReceiptPosition>>(`/chats/${chatId}/receipts`, {
    query: { limit: 100, cursor },
  });
}

/** What has become of a message with those who send receipts. */
export function fetchMessageReceipts(
  http: HttpClient,
  chatId: string,
  seq: number,
  cursor: string | null,
): Promise<Page<MessageReceipt>> {
  const path = `${pathOfMessage(chatId, seq)}/receipts`;
  return http.get<Page<MessageReceipt>>(path, { query: { limit: 100, cursor } });
}

export function fetchPins(http: HttpClient, chatId: string): Promise<Page<MessageView>> {
  return http.get<Page<MessageView>>(`/chats/${chatId}/pins`, { query: { limit: 100 } });
}

export function fetchBookmarks(
  http: HttpClient,
  cursor: string | null,
  signal: AbortSignal,
): Promise<Page<BookmarkView>> {
  return http.get<Page<BookmarkView>>('/bookmarks', { query: { cursor, limit: 50 }, signal });
}

export async function putBookmark(
  http: HttpClient,
  chatId: string,
  seq: number,
  present: boolean,
): Promise<void> {
  const path = `${pathOfMessage(chatId, seq)}/bookmark`;
  if (present) await http.put(path);
  else await http.delete(path);
}

/** My threads, those with the newest replies first. */
export function fetchThreads(
  http: HttpClient,
  before: string | null,
): Promise<{ readonly items: readonly ThreadView[]; readonly before?: string | null }> {
  return http.get('/threads', { query: { before, limit: 50 } });
}

export async function followThread(
  http: HttpClient,
  chatId: string,
  root: number,
  following: boolean,
): Promise<void> {
  const path = `/chats/${chatId}/threads/${String(root)}/follow`;
  if (following) await http.put(path);
  else await http.delete(path);
}

export async function fetchDrafts(http: HttpClient): Promise<readonly DraftView[]> {
  return (await http.get<Page<DraftView>>('/drafts', { query: { limit: 100 } })).items;
}

/** Keeps what I have begun to write, over the version I know. */
export function putDraft(
  http: HttpClient,
  place: { readonly chatId: string; readonly thread: number | null },
  draft: { readonly text: string; readonly replyTo: number | null; readonly baseVersion: number },
): Promise<DraftView> {
  const thread = place.thread === null ? '' : `/${String(place.thread)}`;
  return http.put<DraftView>(`/drafts/${place.chatId}${thread}`, draft);
}

function pathOfMessage(chatId: string, seq: number): string {
  return `/chats/${chatId}/messages/${String(seq)}`;
}

/** A chat as chat-service knows it; fails with `not-found` when it is not for me to see. */
export function fetchChat(http: HttpClient, chatId: string): Promise<ChatView> {
  return http.get<ChatView>(`/chats/${chatId}`);
}
