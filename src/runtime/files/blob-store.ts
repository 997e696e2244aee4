// What every kind of store does with bytes under their digest (64 lower-case hex digits).

/** The store cannot be reached or is full: nothing was kept, trying again later is right. */
export class FilesAway extends Error {}

export type BlobStore = {
  /** Comes back when the bytes survive kill -9 and a power cut. Writing again what is there renews it. Throws `FilesAway`. */
  write(digest: string, bytes: Uint8Array): Promise<void>;
  read(digest: string): Promise<Uint8Array | undefined>;
  has(digest: string): Promise<boolean>;
  remove(digest: string): Promise<void>;
  /** Those last written before that instant (ms since the epoch); what a crash left half written by then is cleared away. */
  listBefore(instant: number): AsyncIterable<string>;
};
