// Where large bytes lie outside the database (P2): each under the SHA-256 of its content, so that the same bytes are stored once, a
// copy may be made at any time, and an altered body shows itself. Bytes are durable before the row that names them commits.
import { sha256Hex } from '../../kernel/digest.ts';
import type { BlobStore } from './blob-store.ts';
import { createDiskStore } from './disk-store.ts';
import { createS3Store, type S3Place } from './s3-store.ts';

export type FilesPlace =
  /** No store: bodies stay in the database, which every node shares. */
  | { readonly kind: 'database' }
  /** A folder; several nodes may share it (a network file system with atomic rename). */
  | { readonly kind: 'disk'; readonly dir: string }
  | ({ readonly kind: 's3' } & S3Place);

export type FileStore = {
  /** Keeps the bytes and says under which digest. */
  keep(bytes: Uint8Array): Promise<string>;
  /** The bytes, or what is wrong with them. */
  open(digest: string): Promise<Uint8Array | 'missing' | 'altered'>;
} & Pick<BlobStore, 'has' | 'remove' | 'listBefore'>;

export function createFileStore(place: FilesPlace): FileStore | undefined {
  if (place.kind === 'database') return undefined;
  const blobs = place.kind === 'disk' ? createDiskStore(place.dir) : createS3Store(place);
  return {
    has: blobs.has,
    remove: blobs.remove,
    listBefore: blobs.listBefore,
    keep: async (bytes) => {
      const digest = sha256Hex(bytes);
      await blobs.write(digest, bytes);
      return digest;
    },
    open: async (digest) => {
      const bytes = await blobs.read(digest);
      if (!bytes) return 'missing';
      return sha256Hex(bytes) === digest ? bytes : 'altered';
    },
  };
}
