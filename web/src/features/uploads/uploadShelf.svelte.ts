import { SvelteMap } from 'svelte/reactivity';
import type { KeptBlobs } from '$platform/storage/keptBlobs';
import type { KeyedStorage } from '$platform/storage/keyedStorage';
import { readUpload, written, type FileUpload } from './fileUpload';

/** A file that is longer is not kept over a reload: the person is told, and picks it again. */
export const KEPT_FILE_BYTES = 200 * 1_024 * 1_024;
/** All files of a person that are kept in this browser together. */
const KEPT_BYTES = 1_024 * 1_024 * 1_024;
const PREFIX = 'upload.';

/** Makes addresses under which a page shows what it has. */
export interface ObjectUrls {
  create(blob: Blob): string;
  revoke(url: string): void;
}

export interface UploadShelfOptions {
  readonly storage: KeyedStorage;
  readonly blobs: KeptBlobs;
  readonly urls: ObjectUrls;
  /** Another tab changed, added or took away an upload. */
  readonly changedElsewhere: (id: string) => void;
}

/**
 * The files that were picked and are not yet part of a message: what is known of each in storage that is written at
 * once, its bytes in the browser's database, as far as they fit. Views follow it.
 */
export class UploadShelf {
  readonly #options: UploadShelfOptions;
  readonly #uploads = new SvelteMap<string, FileUpload>();
  /** Bytes that are on their way, apart from the rest: they change all the time, and few look at them. */
  readonly #sent = new SvelteMap<string, number>();
  /** Those that this page was handed, or has read. */
  readonly #blobs = new Map<string, Blob>();
  /** Those for which there was no room in storage: only this page knows of them. */
  readonly #unnoted = new Set<string>();
  readonly #unwatch: () => void;

  constructor(options: UploadShelfOptions) {
    this.#options = options;
    for (const key of options.storage.keys(PREFIX)) this.#restore(key);
    this.#unwatch = options.storage.watch((key) => {
      if (!key.startsWith(PREFIX)) return;
      this.#restore(key);
      options.changedElsewhere(key.slice(PREFIX.length));
    });
  }

  /** In the order they were picked. */
  all(): readonly FileUpload[] {
    return [...this.#uploads.values()].sort((a, b) => a.order - b.order);
  }

  find(id: string): FileUpload | undefined {
    return this.#uploads.get(id);
  }

  /** Keeps it as far as it can be kept; it can be sent all the same, as long as the page is there. */
  async put(upload: FileUpload, blob: Blob): Promise<void> {
    const { id } = upload;
    this.#blobs.set(id, blob);
    const localUrl = upload.localUrl ?? this.#options.urls.create(blob);
    const noted = this.#store({ ...upload, localUrl, kept: null });
    const kept = noted && this.#fits(upload) && (await this.#options.blobs.keep(id, blob));
    // Taken away while it was being written.
    if (kept && !this.#uploads.has(id)) await this.#options.blobs.remove(id);
    else this.change(id, { kept });
  }

  change(id: string, fields: Partial<FileUpload>): void {
    const known = this.#uploads.get(id);
    if (known === undefined) return;
    this.#store({ ...known, ...fields });
  }

  /** Bytes of it that are with the suite or on their way there. */
  sent(id: string): number {
    const upload = this.#uploads.get(id);
    return upload?.state === 'complete' ? upload.bytes : (this.#sent.get(id) ?? 0);
  }

  moved(id: string, sent: number): void {
    if (this.#uploads.has(id)) this.#sent.set(id, sent);
  }

  /** What only this page knows of it. */
  note(id: string, fields: Partial<FileUpload>): void {
    const known = this.#uploads.get(id);
    if (known !== undefined) this.#uploads.set(id, { ...known, ...fields });
  }

  /** The upload as whichever tab changed it last has left it. */
  reread(id: string): FileUpload | undefined {
    if (!this.#unnoted.has(id)) this.#restore(PREFIX + id);
    return this.find(id);
  }

  /** What was handed can not be read any more. */
  forgetBlob(id: string): void {
    this.#blobs.delete(id);
  }

  async blob(id: string): Promise<Blob | undefined> {
    const known = this.#blobs.get(id) ?? (await this.#options.blobs.read(id));
    if (known !== undefined && this.#uploads.has(id)) this.#blobs.set(id, known);
    return known;
  }

  /** Shows what was kept before this page was opened. */
  async show(): Promise<void> {
    await Promise.all(this.all().map((upload) => this.#show(upload)));
  }

  remove(id: string): void {
    const known = this.#uploads.get(id);
    this.#uploads.delete(id);
    this.#blobs.delete(id);
    this.#sent.delete(id);
    this.#unnoted.delete(id);
    this.#options.storage.remove(PREFIX + id);
    this.#hide(known);
    void this.#options.blobs.remove(id);
  }

  /** Bytes that belong to nothing any more. */
  async sweep(): Promise<void> {
    const { blobs, storage } = this.#options;
    const ids = await blobs.ids();
    const lost = ids.filter((id) => storage.get(PREFIX + id) === null);
    await Promise.all(lost.map((id) => blobs.remove(id)));
  }

  dispose(): void {
    this.#unwatch();
    for (const upload of this.#uploads.values()) this.#hide(upload);
  }

  #hide(upload: FileUpload | undefined): void {
    const url = upload?.localUrl ?? null;
    if (url !== null) this.#options.urls.revoke(url);
  }

  #fits({ id, bytes }: FileUpload): boolean {
    const others = this.all().filter((upload) => upload.id !== id && upload.kept !== false);
    const all = others.reduce((sum, upload) => sum + upload.bytes, bytes);
    return bytes <= KEPT_FILE_BYTES && all <= KEPT_BYTES;
  }

  async #show({ id, kept, localUrl }: FileUpload): Promise<void> {
    if (kept === false || localUrl !== null) return;
    const blob = await this.blob(id);
    const upload = this.#uploads.get(id);
    if (upload === undefined || upload.localUrl !== null || blob === undefined) return;
    this.#uploads.set(id, { ...upload, localUrl: this.#options.urls.create(blob) });
  }

  #restore(key: string): void {
    const id = key.slice(PREFIX.length);
    const known = this.#uploads.get(id);
    const upload = readUpload(id, this.#options.storage.get(key));
    if (upload === null) {
      this.#uploads.delete(id);
      this.#blobs.delete(id);
      this.#hide(known);
      return;
    }
    // That it is being sent is so in one page: the others wait for it to be done.
    const sending = known?.state === 'sending' && upload.state === 'waiting';
    const state = sending ? 'sending' : upload.state;
    this.#uploads.set(id, { ...upload, state, localUrl: known?.localUrl ?? null });
  }

  #store(upload: FileUpload): boolean {
    const { id } = upload;
    this.#uploads.set(id, upload);
    const noted = this.#options.storage.set(PREFIX + id, written(upload));
    if (noted) this.#unnoted.delete(id);
    else this.#unnoted.add(id);
    return noted;
  }
}
