import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isLocale, LOCALES, type Locale, languagesToOffer } from './locale.ts'

describe('the languages a client offers', () => {
  it('are all that there are while the server has told nothing', () => expect(languagesToOffer(undefined)).toEqual(LOCALES))
  it.each<[string, readonly unknown[], readonly Locale[]]>([
    ['stand as the server told them', ['zh-Hans', 'mn-Cyrl', 'mn-Mong'], ['zh-Hans', 'mn-Cyrl', 'mn-Mong']],
    ['have Chinese first, wherever it stood', ['mn-Mong', 'zh-Hans'], ['zh-Hans', 'mn-Mong']],
    ['have Chinese where the server named none', [], ['zh-Hans']],
    ['leave out what a newer server knows and this client does not', ['zh-Hans', 'ug-Arab', 'mn-Mong'], ['zh-Hans', 'mn-Mong']],
    ['stand once each', ['zh-Hans', 'mn-Mong', 'mn-Mong', 'zh-Hans'], ['zh-Hans', 'mn-Mong']],
  ])('%s', (_, told, offered) => {
    // What comes over the wire may be more than the type knows.
    expect(languagesToOffer(told as readonly Locale[])).toEqual(offered)
  })
  it('are sane whatever was told, and then stay as they are', () => {
    const told = fc.array(fc.oneof(fc.constantFrom<string>(...LOCALES), fc.string()))
    fc.assert(
      fc.property(told, (list) => {
        const offered = languagesToOffer(list as Locale[])
        expect([offered[0], new Set(offered).size, offered.every(isLocale)]).toEqual(['zh-Hans', offered.length, true])
        expect(languagesToOffer(offered)).toEqual(offered)
      }),
    )
  })
})
