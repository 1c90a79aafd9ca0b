import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { HashMessage } from './hash-file.ts'

const PIECE_BYTES = 4 * 1024 * 1024

self.addEventListener('message', (event: MessageEvent<File>) => {
  void hash(event.data).catch(() => post({ kind: 'unreadable' }))
})

/** Reads piece by piece, so that a film of many gigabytes needs no more memory than a short clip. */
async function hash(file: File): Promise<void> {
  const digest = sha256.create()
  for (let at = 0; at < file.size; at += PIECE_BYTES) {
    const piece = await file.slice(at, at + PIECE_BYTES).arrayBuffer()
    digest.update(new Uint8Array(piece))
    post({ kind: 'progress', hashedBytes: Math.min(file.size, at + PIECE_BYTES) })
  }
  post({ kind: 'done', sha256: bytesToHex(digest.digest()) })
}

function post(message: HashMessage): void {
  self.postMessage(message)
}
