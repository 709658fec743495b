import { createContext } from 'svelte';
import type { OutgoingFile } from '$features/conversations';
import type { ShownAttachment } from '$features/media';
import { Turns } from '$platform/async';
import type { RealtimeClock } from '$platform/realtime';
import type { KeptBlobs } from '$platform/storage/keptBlobs';
import type { KeyedStorage } from '$platform/storage/keyedStorage';
import { newUuid } from '$platform/uuid';
import {
  FILES_PER_MESSAGE,
  kindOf,
  plainType,
  shown,
  type AboutFile,
  type FileUpload,
  type MediaKind,
} from './fileUpload';
import { Limits } from './limits';
import { sendLone, type LoneOptions } from './loneFile';
import type { Measures } from './measure';
import type { TransferOptions } from './transfer';
import { UploadRun } from './uploadRun';
import { UploadShelf, type ObjectUrls } from './uploadShelf.svelte';
import type { MediaLimits } from '$platform/api/types';

/** Files that are sent at the same time; more only make each other slower. */
const AT_ONCE = 3;

export interface UploadsOptions extends TransferOptions {
  readonly clock: RealtimeClock;
  readonly storage: KeyedStorage;
  readonly blobs: KeptBlobs;
  readonly urls: ObjectUrls;
  readonly measure: (kind: MediaKind, url: string) => Promise<Measures>;
  /** Fails as the HttpClient does. */
  readonly fetchLimits: () => Promise<MediaLimits>;
  /** Tells the suite that a file is not wanted any more; it finds out by itself in the end. */
  readonly giveUp: (mediaId: string, complete: boolean) => Promise<void>;
  /** Runs `work` while no other tab does under that name. */
  readonly exclusively: <T>(lock: string, work: () => Promise<T>) => Promise<T>;
  /** A file that goes with a message is with the suite. */
  readonly uploaded: (uploadId: string, mediaId: string) => void;
}

/**
 * The files a person has picked and not sent yet, by the place they were picked at, and those that go with messages
 * which wait for them. Each is sent to the suite as soon as it is picked, a few at a time, from where the suite has
 * it, until it is there: over lost connections, reloads and other tabs. Nothing in it is lost but what this browser
 * could not keep, and of that the person is told.
 */
export class Uploads {
  readonly limits: Limits;
  readonly #options: UploadsOptions;
  readonly #shelf: UploadShelf;
  readonly #turns = new Turns(AT_ONCE);
  readonly #runs = new Map<string, UploadRun>();
  readonly #measured = new Map<string, Promise<void>>();
  #order = 0;

  constructor(options: UploadsOptions) {
    this.#options = options;
    this.limits = new Limits(options.fetchLimits, options.clock);
    this.#shelf = new UploadShelf({
      ...options,
      changedElsewhere: (id) => {
        this.#changedElsewhere(id);
      },
    });
    this.#order = Math.max(0, ...this.#shelf.all().map(({ order }) => order));
  }

  /** Goes on with what was left at the last visit; `inUse` are those that go with messages which are not sent. */
  start(inUse: ReadonlySet<string>): void {
    for (const { id, place } of this.#shelf.all()) {
      if (place === null && !inUse.has(id)) this.#shelf.remove(id);
    }
    for (const upload of this.#shelf.all()) this.#begin(upload);
    void this.#shelf.show();
    void this.#shelf.sweep();
  }

  dispose(): void {
    for (const run of this.#runs.values()) run.stop();
    this.#shelf.dispose();
  }

  /** What was picked at a place, in its order. */
  at(place: string): readonly FileUpload[] {
    return this.#shelf.all().filter((upload) => upload.place === place);
  }

  /** How many files are in drafts. */
  get drafted(): number {
    return this.#shelf.all().filter(({ place }) => place !== null).length;
  }

  /** Bytes of a file that are with the suite or on their way there. */
  sentOf(id: string): number {
    return this.#shelf.sent(id);
  }

  find(id: string): FileUpload | undefined {
    return this.#shelf.find(id);
  }

  /** Files of a message on its way, as they are shown. */
  shown(files: readonly OutgoingFile[]): readonly ShownAttachment[] {
    return files.flatMap(({ uploadId }) => {
      const upload = this.find(uploadId);
      return upload === undefined ? [] : [shown(upload)];
    });
  }

  /** Takes files as far as one message can have them; returns those it took. What was recorded is always taken. */
  add(place: string, files: readonly File[], about: AboutFile = {}): readonly FileUpload[] {
    const free = Math.max(0, FILES_PER_MESSAGE - this.at(place).length);
    const room = about.voice === true ? files.length : free;
    return files.slice(0, room).map((file) => this.#add(place, file, about));
  }

  /** Sends a file that goes with no message; see {@link sendLone}. */
  sendLone(file: File, options: LoneOptions): Promise<string> {
    this.limits.stale();
    return sendLone({ ...this.#options, giveUp: this.giveUp }, file, options);
  }

  /** What the suite has of a file is not wanted any more. Never fails: what is not told there is collected. */
  readonly giveUp = async (mediaId: string, complete: boolean): Promise<void> => {
    this.limits.stale();
    await this.#options.giveUp(mediaId, complete).catch(() => undefined);
  };

  describe(id: string, alt: string): void {
    this.#shelf.change(id, { alt });
  }

  /** Whether nothing is to be taken out of a picture. That is said when an upload begins: it begins again. */
  keepOriginal(id: string, keepOriginal: boolean): void {
    const upload = this.find(id);
    if (upload === undefined || upload.keepOriginal === keepOriginal) return;
    this.#forgetProgress(upload);
    const state = upload.state === 'paused' ? 'paused' : 'waiting';
    this.#shelf.change(id, { keepOriginal, state, address: null, mediaId: null });
    this.#shelf.moved(id, 0);
    this.#go(id);
  }

  pause(id: string): void {
    const upload = this.find(id);
    if (upload?.state !== 'waiting' && upload?.state !== 'sending') return;
    this.#stop(id);
    this.#shelf.change(id, { state: 'paused', problem: null });
  }

  /** Goes on with what is paused, or tries again what was refused. */
  resume(id: string): void {
    const upload = this.find(id);
    if (upload?.state !== 'paused' && upload?.state !== 'refused') return;
    this.limits.stale();
    this.#shelf.change(id, { state: 'waiting', problem: null });
    this.#go(id);
  }

  /** The person does not want to send it. */
  cancel(id: string): void {
    const upload = this.find(id);
    if (upload === undefined) return;
    this.#forgetProgress(upload);
    this.#drop(id);
  }

  /** The file this browser did not keep was picked again; false when it is another one. */
  pickAgain(id: string, file: File): boolean {
    const upload = this.find(id);
    if (upload?.state !== 'missing') return true;
    if (file.name !== upload.name || file.size !== upload.bytes) return false;
    const changed = file.lastModified !== upload.modified;
    // What it was then can not be gone on with what it is now.
    const from = changed ? { address: null, modified: file.lastModified } : {};
    const again: FileUpload = { ...upload, ...from, state: 'waiting' };
    void this.#shelf.put(again, file);
    this.#go(id);
    return true;
  }

  /** What was picked at a place, to go with a message. */
  outgoing(uploads: readonly FileUpload[]): readonly OutgoingFile[] {
    return uploads.map(({ id, mediaId, alt }) => ({
      ...{ uploadId: id, mediaId },
      ...(alt.trim() === '' ? {} : { alt: alt.trim() }),
    }));
  }

  /** These go with a message now. */
  taken(files: readonly OutgoingFile[]): void {
    for (const { uploadId, mediaId } of files) {
      this.#shelf.change(uploadId, { place: null });
      const now = this.find(uploadId)?.mediaId ?? null;
      if (mediaId === null && now !== null) this.#options.uploaded(uploadId, now);
    }
  }

  /** The message these went with is in its chat, or was taken back: then the suite is told. */
  released(uploadIds: readonly string[], sent: boolean): void {
    for (const id of uploadIds) {
      if (sent) this.#drop(id);
      else this.cancel(id);
    }
  }

  /** The suite may be reached again: what waits for that waits no longer. */
  reachable(): void {
    for (const run of this.#runs.values()) run.hurry();
  }

  /** The device has no connection: what is under way waits, rather than for an answer that can not come. */
  unreachable(): void {
    for (const run of this.#runs.values()) run.interrupt();
  }

  #add(place: string, file: File, { voice = false, durationMs }: AboutFile): FileUpload {
    this.#order += 1;
    const contentType = plainType(file.type);
    const upload: FileUpload = {
      ...{ id: newUuid(), place, order: this.#order, voice },
      ...{ name: file.name, bytes: file.size, modified: file.lastModified },
      ...{ contentType, kind: kindOf(contentType) },
      ...{ width: null, height: null, durationMs: durationMs ?? null },
      ...{ alt: '', keepOriginal: false, address: null, mediaId: null },
      ...{ state: 'waiting', problem: null, kept: null, localUrl: null },
    };
    void this.#shelf.put(upload, file);
    const measured = this.#measure(upload.id).finally(() => this.#measured.delete(upload.id));
    this.#measured.set(upload.id, measured);
    this.#go(upload.id);
    return this.find(upload.id) ?? upload;
  }

  async #measure(id: string): Promise<void> {
    const upload = this.find(id);
    if (upload === undefined || upload.localUrl === null) return;
    const { width, height, durationMs } = await this.#options.measure(upload.kind, upload.localUrl);
    if (width === undefined && height === undefined && durationMs === undefined) return;
    this.#shelf.change(id, {
      ...{ width: width ?? null, height: height ?? null },
      durationMs: durationMs ?? upload.durationMs,
    });
  }

  /** Goes on after a reload. */
  #begin(upload: FileUpload): void {
    const { id, mediaId, place } = upload;
    if (mediaId === null) this.#go(id);
    else if (place === null) this.#options.uploaded(id, mediaId);
  }

  #go(id: string): void {
    if (this.find(id)?.state !== 'waiting') return;
    const known = this.#runs.get(id);
    if (known !== undefined) {
      known.hurry();
      return;
    }
    const { clock, exclusively } = this.#options;
    const run = new UploadRun({
      ...{ id, clock, transfer: this.#options, shelf: this.#shelf, limits: this.limits },
      measured: () => this.#measured.get(id) ?? Promise.resolve(),
      turn: (work) => exclusively(`tertulia.upload.${id}`, () => this.#turns.take(work)),
      ended: () => {
        this.#ended(id, run);
      },
    });
    this.#runs.set(id, run);
    run.start();
  }

  #ended(id: string, run: UploadRun): void {
    if (this.#runs.get(id) === run) this.#runs.delete(id);
    if (this.find(id)?.state === 'complete') this.limits.stale();
    this.#tell(id);
  }

  /** The message it goes with may be complete now. */
  #tell(id: string): void {
    const { place = '', mediaId = null } = this.find(id) ?? {};
    if (place === null && mediaId !== null) this.#options.uploaded(id, mediaId);
  }

  #stop(id: string): void {
    this.#runs.get(id)?.stop();
    this.#runs.delete(id);
  }

  #drop(id: string): void {
    this.#stop(id);
    this.#shelf.remove(id);
  }

  /** What the suite has of it is of no use any more. */
  #forgetProgress({ id, address, mediaId }: FileUpload): void {
    this.#stop(id);
    this.limits.stale();
    const known = mediaId ?? address?.split('/').at(-1) ?? null;
    if (known !== null) void this.giveUp(known, mediaId !== null);
  }

  #changedElsewhere(id: string): void {
    const upload = this.find(id);
    if (upload === undefined || upload.state !== 'waiting') this.#stop(id);
    else if (!this.#runs.has(id)) this.#go(id);
    this.#tell(id);
    void this.#shelf.show();
  }
}

/** The files of the person who is signed in. */
export const [useUploads, provideUploads] = createContext<Uploads>();
