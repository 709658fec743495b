import { fetchChat, type Conversations } from '$features/conversations';
import type { ChatView, MemberView, PersonView, Role } from '$platform/api/types';
import { PagedList, Task } from '$platform/async';
import type { HttpClient } from '$platform/http';
import { permissionsOf, type Permissions } from './chatRules';
import {
  changeChat,
  chooseChatPicture,
  deleteChat,
  deleteMember,
  fetchMembers,
  putMember,
  removeChatPicture,
  type NewChat,
} from './chatsApi';

/** A chat's name, description and members, kept in step with what the live connection tells of it. */
export class ChatDetailsModel {
  readonly members: PagedList<MemberView>;
  readonly loading = new Task();
  /** What the person asked for: one thing at a time. */
  readonly acting = new Task();
  readonly #http: HttpClient;
  readonly #chatId: string;
  readonly #me: string;
  readonly #stop: () => void;
  #chat = $state.raw<ChatView | null>(null);

  constructor(http: HttpClient, conversations: Conversations, chatId: string) {
    this.#http = http;
    this.#chatId = chatId;
    this.#me = conversations.me;
    this.members = new PagedList<MemberView>((_query, cursor, signal) =>
      fetchMembers(http, chatId, cursor, signal),
    );
    this.#stop = conversations.listen((entry) => {
      if (entry.chatId === chatId && /^(?:chat|member)\./.test(entry.type)) void this.load();
    });
  }

  get chat(): ChatView | null {
    return this.#chat;
  }

  get permissions(): Permissions {
    return permissionsOf(this.#chat?.kind ?? 'private', this.#chat?.myRole ?? null);
  }

  dispose(): void {
    this.#stop();
    this.members.dispose();
  }

  async load(): Promise<void> {
    await this.loading.run(async () => {
      this.#chat = await fetchChat(this.#http, this.#chatId);
    });
    await this.members.load();
  }

  rename(change: NewChat): Promise<boolean> {
    return this.acting.run(async () => {
      this.#chat = await changeChat(this.#http, this.#chatId, change);
    });
  }

  /** Fails as the HttpClient does: whoever chooses it tells why, and tries again. */
  async choosePicture(mediaId: string, signal: AbortSignal): Promise<void> {
    this.#chat = await chooseChatPicture(this.#http, this.#chatId, mediaId, signal);
  }

  async removePicture(): Promise<void> {
    this.#chat = await removeChatPicture(this.#http, this.#chatId);
  }

  setReceipts(receipts: boolean): Promise<boolean> {
    return this.acting.run(async () => {
      this.#chat = await changeChat(this.#http, this.#chatId, { receipts });
    });
  }

  add(people: readonly PersonView[]): Promise<boolean> {
    return this.#then(async () => {
      for (const person of people) await putMember(this.#http, this.#chatId, person.id);
    });
  }

  remove(userId: string): Promise<boolean> {
    return this.#then(() => deleteMember(this.#http, this.#chatId, userId));
  }

  giveRole(userId: string, role: Role): Promise<boolean> {
    return this.#then(() => putMember(this.#http, this.#chatId, userId, role));
  }

  leave(): Promise<boolean> {
    return this.acting.run(() => deleteMember(this.#http, this.#chatId, this.#me));
  }

  deleteChat(): Promise<boolean> {
    return this.acting.run(() => deleteChat(this.#http, this.#chatId));
  }

  async #then(work: () => Promise<void>): Promise<boolean> {
    const done = await this.acting.run(work);
    await this.load();
    return done;
  }
}
