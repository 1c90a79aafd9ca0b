import type { Recipe, Refused } from './file-recipe.ts'
import { TITLE_SECONDS } from './sound-table.ts'

/** What becomes of subtitles: so many are shown, the first of them with this text. */
export type Shown = { readonly cues: number; readonly first: string }
/** A file that is to be the subtitles of a film. */
export type CueShape = Recipe & { readonly name: string; readonly becomes: Shown | Refused }

const text =
  (content: string, encoding: 'utf8' | 'utf16le' = 'utf8') =>
  (): Buffer =>
    Buffer.from(content, encoding)
const bad = (...fields: readonly string[]): Refused => ({ problem: 'invalid-cue-file', fields })

const stamp = (ms: number): string => `00:00:${(ms / 1000).toFixed(3).padStart(6, '0')}`
const CUES = 500
const STEP_MS = (TITLE_SECONDS * 1000) / CUES
/** 500 cues of which each comes where 7 times as many places further belongs: none stands in its place but the first. */
const SHUFFLED = `WEBVTT\n\n${Array.from({ length: CUES }, (_, at) => (at * 7) % CUES)
  .map((number) => `${stamp(number * STEP_MS)} --> ${stamp((number + 1) * STEP_MS)}\n第${number}条\n`)
  .join('\n')}`
const ONE = '1\n00:00:01,000 --> 00:00:03,000\n学法用法\n'
/** “学法用法” as older Chinese tools write it. */
const GB18030 = Buffer.concat([
  Buffer.from('1\r\n00:00:01,000 --> 00:00:03,000\r\n'),
  Buffer.from('d1a7b7a8d3c3b7a8', 'hex'),
  Buffer.from('\r\n'),
])

export const CUE_SHAPES: readonly CueShape[] = [
  { name: '500 cues out of order', file: '乱序.vtt', make: text(SHUFFLED), becomes: { cues: CUES, first: '第0条' } },
  { name: 'SRT that is called WebVTT', file: 'wrong.vtt', make: text(ONE), becomes: { cues: 1, first: '学法用法' } },
  { name: 'SRT that is called a film', file: 'wrong.mp4', make: text(ONE), becomes: { cues: 1, first: '学法用法' } },
  { name: 'SRT in GB18030', file: 'ᠬᠠᠤᠯᠢ.srt', make: () => GB18030, becomes: { cues: 1, first: '学法用法' } },
  { name: 'SRT in UTF-16', file: 'wide.srt', make: text(`\ufeff${ONE}`, 'utf16le'), becomes: { cues: 1, first: '学法用法' } },
  {
    name: 'bytes that are no text',
    file: 'binary.srt',
    make: () => Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 197) % 256)),
    becomes: bad('cue-file-not-text'),
  },
  {
    name: 'a film',
    file: 'film.vtt',
    madeAs: 'film.mp4',
    make: ['-f', 'lavfi', '-i', 'testsrc2=s=64x36:d=1'],
    becomes: bad('cue-file-not-text'),
  },
  { name: 'nothing', file: 'empty.srt', make: () => Buffer.alloc(0), becomes: bad('cue-file-empty') },
  { name: 'a letter', file: 'letter.srt', make: text('尊敬的领导：\n\n您好！\n'), becomes: bad('cue-format-unknown') },
  {
    name: 'a playlist',
    file: 'list.vtt',
    make: ({ secretPath }) => Buffer.from(`#EXTM3U\n#EXTINF:9,\nfile://${secretPath}\n`),
    becomes: bad('cue-format-unknown'),
  },
  {
    name: 'XML that asks for a file',
    file: 'xxe.ttml',
    make: ({ secretPath }) =>
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE tt [<!ENTITY x SYSTEM "file://${secretPath}">]><tt xmlns="http://www.w3.org/ns/ttml"><body><div><p begin="1s" end="2s">&x;</p></div></body></tt>`,
      ),
    becomes: bad('cue-xml-with-dtd'),
  },
  {
    name: 'cues of another film',
    file: 'other.srt',
    make: text('1\n00:10:00,000 --> 00:10:03,000\n学法\n'),
    becomes: bad('cue-outside-title'),
  },
  {
    name: 'an end before its start',
    file: 'back.srt',
    make: text('1\n00:00:05,000 --> 00:00:03,000\n倒过来了\n'),
    becomes: bad('cue-end-before-start'),
  },
  { name: 'a file far too large', file: 'huge.srt', make: () => Buffer.alloc(40_000_000, ONE), becomes: bad('cue-file-too-big') },
]
