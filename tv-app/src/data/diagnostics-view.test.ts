import { describe, expect, test } from 'vitest'
import { profileOf } from '../platform/device-profile.ts'
import type { Say } from '../text/strings.ts'
import { type Diagnostics, diagnosticRows, engineOf } from './diagnostics-view.ts'

const say: Say = (key, values) => ({ text: values === undefined ? key : `${key} ${Object.values(values).join(' ')}`, locale: 'zh-Hans' })
const WEBKIT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Safari/605.1.15'
const FOUND: Diagnostics = {
  userAgent: WEBKIT,
  profile: profileOf({ width: 1920, height: 1080, ratio: 1 }, WEBKIT),
  panel: { width: 1920, height: 1080, ratio: 1 },
  renderer: { name: 'Mali-450', maxTexturePx: 4096 },
  memory: { texturePixels: 3_400_000 },
  codecs: ['H.264 1080p', 'AAC'],
  answerMs: 41.6,
  keepsThings: true,
  voices: 0,
  now: new Date('2026-11-26T01:00:00Z'),
  build: 'legacy AbC',
}
const valuesOf = (found: Partial<Diagnostics> = {}): Record<string, string> =>
  Object.fromEntries(
    diagnosticRows({ ...FOUND, ...found }, say).map(({ label, value }) => [label.text.replace('diagnostics:', ''), value.text]),
  )

describe('what is told of a box', () => {
  test('is everything somebody who helps would ask', () => {
    expect(valuesOf()).toMatchObject({
      profile: 'diagnostics:profileAssumed WPE / RDK',
      engine: 'WebKit 605.1.15',
      screen: '1920 × 1080 @ 1 → 1920 × 1080',
      drawing: 'Mali-450 · 4096 px',
      memory: 'GL 3.4 / 16 MP',
      codecs: 'H.264 1080p · AAC',
      network: 'diagnostics:networkTime 42',
      storage: 'diagnostics:storageKept',
      voices: 'diagnostics:voicesNone',
      version: 'legacy AbC',
    })
  })

  test('is the key that was pressed last, and what it is taken for', () => {
    const remoteOf = (pressed?: number): string | undefined =>
      diagnosticRows(FOUND, say, pressed).find(({ label }) => label.text === 'diagnostics:remote')?.value.text
    expect([remoteOf(), remoteOf(263), remoteOf(53), remoteOf(768)]).toEqual([
      ...['diagnostics:remoteNone', '263 · diagnostics:key.PlayPause', 'diagnostics:keyDigit 53 5', 'diagnostics:keyUnknown 768'],
    ])
  })

  test('says what is missing', () => {
    const lacking = {
      ...{ renderer: undefined, codecs: [], answerMs: undefined, keepsThings: false, build: undefined, now: new Date('no date') },
      ...{ voices: 3, memory: { heapMb: 7.25, deviceGb: 2, texturePixels: 0 } },
    }
    expect(valuesOf(lacking)).toMatchObject({
      drawing: '—',
      memory: '2 GB · JS 7.3 MB · GL 0.0 / 16 MP',
      codecs: 'diagnostics:codecsNone',
      network: 'diagnostics:networkDown',
      storage: 'diagnostics:storageLost',
      voices: 'diagnostics:voicesCount 3',
      clock: '—',
      version: '—',
    })
  })
})

test.each([
  [WEBKIT, 'WebKit 605.1.15'],
  ['Mozilla/5.0 (Linux armv7l) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/53.0.2785.34 Safari/537.36', 'Chrome 53'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox 128'],
  ['a box of its own', 'a box of its own'],
])('the engine of %s is %s', (userAgent, engine) => expect(engineOf(userAgent)).toBe(engine))
