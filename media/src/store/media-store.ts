import type { Readable } from 'node:stream'

export type StoredFile = { readonly key: string; readonly sizeBytes: number }
/** First and last byte, both included. */
export type ByteRange = { readonly from: number; readonly to: number }
export type Reading = {
  readonly stream: Readable
  /** Of the whole file, whatever part of it is read. */
  readonly sizeBytes: number
}
export type SignedUrl = {
  readonly url: string
  /** How long a cache may hand it on; well below the time until it expires. */
  readonly reuseSeconds: number
}

/**
 * Where finished files are kept: a folder of this machine, or a bucket that several machines share. Keys are made by
 * `store-keys.ts` alone and say by their name how a file is to be served. Files are written once and whole: a reader sees
 * all of one or nothing. What is not there is `undefined`; a store that cannot be asked throws, see {@link StoreTrouble}.
 */
export type MediaStore = {
  /** Puts a finished local file, which may not change afterwards: a folder may keep it by a link. */
  putFile(key: string, path: string, signal?: AbortSignal): Promise<void>
  put(key: string, bytes: Buffer): Promise<void>
  read(key: string): Promise<Buffer | undefined>
  open(key: string, range?: ByteRange): Promise<Reading | undefined>
  stat(key: string): Promise<StoredFile | undefined>
  /** Everything below a folder such as `assets/a1/7`, in no order. */
  list(folder: string): Promise<readonly StoredFile[]>
  /** Names of the folders directly below a folder; costs as much as there are names, whatever is in them. */
  folders(folder: string): Promise<readonly string[]>
  /** Removes everything below a folder; none is as good. */
  remove(folder: string): Promise<void>
  /** Removes one file; none is as good. */
  removeFile(key: string): Promise<void>
  /** The path of a file when the store is a folder of this machine, whether the file is there or not. */
  localPath(key: string): string | undefined
  /** An address of the store itself that needs no other permission, for a while; undefined when it has none. */
  signUrl(key: string, method: 'GET' | 'HEAD'): Promise<SignedUrl | undefined>
  /** Origin of those addresses, for whoever must name it to browsers. */
  readonly publicOrigin: string | undefined
  /** Whether the store of the start can still be used; answers soon, never throws. */
  isReachable(): Promise<boolean>
  close(): void
}

/** Only the real store has it: what stands in its place after an unmount is an empty folder that looks writable. */
export const MARKER_KEY = '.media-store'
/** Holds the name by which the server's database knows the store. */
export const IDENTITY_KEY = '.media-store-id'

export type StoreTroubleKind = 'unreachable' | 'forbidden' | 'absent'

/** A store that cannot be used at present, by no fault of the file: what was to be done is to be tried again later. */
export class StoreTrouble extends Error {
  override readonly name = 'StoreTrouble'
  readonly kind: StoreTroubleKind

  constructor(kind: StoreTroubleKind, message: string, options?: ErrorOptions) {
    super(message, options)
    this.kind = kind
  }
}
