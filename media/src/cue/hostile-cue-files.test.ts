import { expect, test } from 'vitest'
import { readCueFile } from './read-cue-file.ts'
import { utf8 } from './test-bytes.ts'

/** Enough for any quadratic step to take minutes, where a linear one takes a fraction of a second. */
const SIZE_BYTES = 1024 * 1024

/** As much of a pattern as that. */
const filled = (before: string, pattern: string, after = ''): Uint8Array => {
  const [head, piece, tail] = [utf8(before), utf8(pattern), utf8(after)]
  const count = Math.floor((SIZE_BYTES - head.length - tail.length) / piece.length)
  const bytes = new Uint8Array(head.length + count * piece.length + tail.length)
  bytes.set(head)
  for (let at = 0; at < count; at++) bytes.set(piece, head.length + at * piece.length)
  bytes.set(tail, head.length + count * piece.length)
  return bytes
}
const SRT = '1\n00:00:01,000 --> 00:00:02,000\n'
const ASS = '[Script Info]\n[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,'
const TTML = '<tt><body><div><p begin="1s" end="2s">'

/** The runner's limit of a minute tells. */
test.each([
  ['zeros', new Uint8Array(SIZE_BYTES)],
  ['line feeds', filled('WEBVTT\n', '\n')],
  ['blanks', filled('', ' ')],
  ['blanks before an arrow', filled(SRT, ' ', '->')],
  ['digits', filled('WEBVTT\n\n', '1', ' --> ')],
  ['colons', filled('WEBVTT\n\n00', ':00', ' --> 00:02.000\nx')],
  ['arrows', filled(SRT, '-')],
  ['arrows with heads', filled('WEBVTT\n\n', '-->')],
  ['arrows by line', filled('WEBVTT\n\n', '-->\n')],
  ['settings', filled('WEBVTT\n\n00:01.000 --> 00:02.000 ', 'line:0,')],
  ['many settings', filled('WEBVTT\n\n00:01.000 --> 00:02.000 ', 'a ')],
  ['ids alone', filled('WEBVTT\n\n', 'x\n\n')],
  ['styles', filled('WEBVTT\n\n', 'STYLE\n\n')],
  ['the smallest cues', filled('WEBVTT\n\n', '0:0 --> 0:0\n\n')],
  ['numbers by line', filled(SRT, '1\n\n')],
  ['opening tags', filled(SRT, '<')],
  ['tags', filled(SRT, '<b>')],
  ['tags that are none', filled(SRT, '<a ')],
  ['fonts', filled(SRT, '<font a')],
  ['Menksoft’s code', filled(SRT, '\ue2c1\ue27f\ue317\ue27e\ue2e8 ')],
  ['one word in Menksoft’s code', filled(SRT, '\ue27f')],
  ['Menksoft’s code and tags that are none', filled('WEBVTT\n\n0:0 --> 0:1\n', '<\ue27f')],
  ['braces', filled(SRT, '{\\')],
  ['ampersands', filled(SRT, '&amp')],
  ['opening braces in ASS', filled(ASS, '{')],
  ['braces with a backslash in ASS', filled(ASS, '\\{')],
  ['pairs of braces in ASS', filled(ASS, '{}')],
  ['codes in ASS', filled(`${ASS}{`, '\\i1', '}x')],
  ['one code in ASS', filled(`${ASS}{\\`, 'a', '}x')],
  ['parentheses in ASS', filled(`${ASS}{`, '\\t(', '}x')],
  ['styles in ASS', filled(`${ASS}{`, '\\b1}x{\\b0}y{')],
  ['columns in ASS', filled('[Events]\nFormat: ', 'Text,', '\nDialogue: a,b')],
  ['commas in ASS', filled(ASS, ',')],
  ['keys in ASS', filled('[Script Info]\n', 'a', ':')],
  ['elements', filled('<tt>', '<a>')],
  ['depth in text', filled(TTML, '<span>')],
  ['spans', filled(TTML, '<span> </span>')],
  ['timed spans', filled(TTML, '<span begin="1s">x</span>')],
  ['breaks', filled(TTML, '<br/>')],
  ['attributes', filled('<tt ', 'a="" ')],
  ['references', filled(TTML, '&amp;')],
  ['a text', filled(TTML, ' x', '</p></div></body></tt>')],
  ['blanks in a text', filled(TTML, ' ', '</p></div></body></tt>')],
  ['CDATA', filled(`${TTML}<![CDATA[`, ']')],
  ['a comment', filled('<!--', '- ')],
  ['a document type', filled('<!DOCTYPE ', '[')],
  ['entities', filled('<!DOCTYPE tt [', '<!ENTITY a "&a;&a;">')],
  ['style references', filled('<tt><head><styling><style xml:id="a"/></styling></head><body style="', 'a ', '"/></tt>')],
  ['regions', filled('<tt><head><layout>', '<region xml:id="a"><style/></region>')],
])('a file full of %s is answered', (_, bytes) => {
  const outcome = readCueFile(bytes)
  if (outcome.kind === 'refused') expect(outcome.problems.length).toBeLessThanOrEqual(21)
  expect(outcome.kind).toMatch(/^(?:refused|cues)$/)
})
