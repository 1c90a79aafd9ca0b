import { describe, expect, it } from 'vitest'
import { SNIFF_BYTES, sniffFile } from './file-sniff.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text).subarray(0, SNIFF_BYTES)

describe('sniffFile', () => {
  it('refuses an empty file', () => {
    expect(sniffFile(0, new Uint8Array())).toBe('empty-file')
  })
  it.each(['plain words\r\n\t', '这只是一个文本文件。'.repeat(40), '#EXTM3U\n#EXTINF:4,\nhttp://x/'])('refuses text %#', (text) => {
    expect(sniffFile(text.length, bytes(text))).toBe('not-a-video')
  })
  it.each([[[0x25, 0x50, 0x44, 0x46, 0x2d]], [[0x50, 0x4b, 0x03, 0x04, 0]], [[0xff, 0xd8, 0xff, 0xe0]]])(
    'refuses documents and pictures %#',
    (head) => {
      expect(sniffFile(1e6, Uint8Array.from(head))).toBe('not-a-video')
    },
  )
  it.each([
    ['mp4', [0, 0, 0, 0x20, 0x66, 0x74, 0x79, 0x70, 0x69, 0x73, 0x6f, 0x6d]],
    ['matroska', [0x1a, 0x45, 0xdf, 0xa3, 0x01, 0, 0, 0]],
    ['transport stream', [0x47, 0x40, 0x00, 0x10, 0x00]],
    ['avi', [0x52, 0x49, 0x46, 0x46, 0x24, 0x00, 0x10, 0x00, 0x41, 0x56, 0x49]],
    ['unknown binary', [0xde, 0xad, 0xbe, 0xef]],
  ])('leaves %s to the server', (_, head) => {
    expect(sniffFile(1e6, Uint8Array.from(head))).toBeUndefined()
  })
})
