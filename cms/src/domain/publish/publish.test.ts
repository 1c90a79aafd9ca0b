import { LOCALES, type ProgrammeStatus } from '@ulan/contract'
import { describe, expect, it } from 'vitest'
import { fixtureAsset, fixtureProgramme } from '../snapshot/catalogue-fixture.ts'
import { type LifeAction, nextStatus } from './programme-life.ts'
import { fieldsOfBlocker, findPublishBlockers, titlesToKeep } from './publish-blockers.ts'

describe('the life of a programme', () => {
  const table: [ProgrammeStatus, LifeAction, ProgrammeStatus | undefined][] = [
    ['draft', 'publish', 'published'],
    ['draft', 'take-down', undefined],
    ['published', 'publish', 'published'],
    ['published', 'take-down', 'taken-down'],
    ['taken-down', 'publish', 'published'],
    ['taken-down', 'take-down', 'taken-down'],
  ]
  it.each(table)('%s + %s → %s', (status, action, expected) => expect(nextStatus(status, action)).toBe(expected))
})

const NOW = Date.parse('2026-12-04T00:00:00Z')

describe('what keeps a programme from the public', () => {
  const titled = (title: object, synopsis?: object, more: object = {}) =>
    fixtureProgramme({ id: 'one', title, ...(synopsis ? { synopsis } : {}), ...more })
  it.each([
    ['nothing', titled({ 'zh-Hans': '题' }), fixtureAsset('a1'), []],
    ['nothing while it is encoded', titled({ 'zh-Hans': '题' }), fixtureAsset('a1', 'encoding'), []],
    ['a missing title', titled({}), fixtureAsset('a1'), ['title-zh-missing']],
    ['a blank title', titled({ 'zh-Hans': ' ' }), fixtureAsset('a1'), ['title-zh-missing']],
    ['a missing clip', titled({ 'zh-Hans': '题' }), undefined, ['asset-missing']],
    ['a failed clip', titled({ 'zh-Hans': '题' }), fixtureAsset('a1', 'failed'), ['asset-failed']],
    ['Mongolian alone in the title', titled({ 'mn-Mong': 'ᠠ' }), fixtureAsset('a1'), ['title-zh-missing', 'mongolian-without-chinese']],
    ['Cyrillic alone in the synopsis', titled({ 'zh-Hans': '题' }, { 'mn-Cyrl': 'а' }), fixtureAsset('a1'), ['mongolian-without-chinese']],
    [
      'Mongolian alone in the venue',
      titled({ 'zh-Hans': '题' }, undefined, { venue: { 'mn-Mong': 'ᠠ' } }),
      fixtureAsset('a1'),
      ['mongolian-without-chinese'],
    ],
    [
      'a licence that is over',
      titled({ 'zh-Hans': '题' }, undefined, { rights: { lastDay: '2026-12-03' } }),
      fixtureAsset('a1'),
      ['licence-over'],
    ],
    [
      'not a licence on its last day',
      titled({ 'zh-Hans': '题' }, undefined, { rights: { lastDay: '2026-12-04' } }),
      fixtureAsset('a1'),
      [],
    ],
    [
      'not a licence that begins later',
      titled({ 'zh-Hans': '题' }, undefined, { rights: { firstDay: '2027-01-01' } }),
      fixtureAsset('a1'),
      [],
    ],
    ['an empty synopsis does not', titled({ 'zh-Hans': '题' }, { 'zh-Hans': '' }), fixtureAsset('a1'), []],
  ])('%s', (_name, programme, asset, expected) => {
    expect(findPublishBlockers(programme, asset, ['zh-Hans'], NOW)).toEqual(expected)
  })
  it('a title missing in a language that the policy requires', () => {
    const programme = titled({ 'zh-Hans': '题', 'mn-Cyrl': 'а' })
    expect(findPublishBlockers(programme, undefined, LOCALES.slice(), NOW)).toEqual(['title-mong-missing', 'asset-missing'])
    expect(findPublishBlockers(programme, fixtureAsset('a1'), ['zh-Hans', 'mn-Cyrl'], NOW)).toEqual([])
  })
  it.each([
    ['title-zh-missing', titled({}), ['title.zh-Hans']],
    ['title-mong-missing', titled({ 'zh-Hans': '题' }), ['title.mn-Mong']],
    ['title-cyrl-missing', titled({ 'zh-Hans': '题' }), ['title.mn-Cyrl']],
    ['asset-missing', titled({ 'zh-Hans': '题' }), ['assetId']],
    ['asset-failed', titled({ 'zh-Hans': '题' }), ['assetId']],
    ['licence-over', titled({ 'zh-Hans': '题' }), ['rights.lastDay']],
    ['mongolian-without-chinese', titled({ 'mn-Mong': 'ᠠ' }), ['title.zh-Hans']],
    [
      'mongolian-without-chinese',
      titled({ 'zh-Hans': '题' }, undefined, {
        credits: [
          { role: 'writer', names: { 'zh-Hans': '其其格' } },
          { role: 'director', names: { 'mn-Cyrl': 'а' } },
        ],
      }),
      ['credits.1.names.zh-Hans'],
    ],
    ['mongolian-without-chinese', titled({ 'zh-Hans': '题' }, { 'mn-Mong': 'ᠠ' }), ['synopsis.zh-Hans']],
    ['mongolian-without-chinese', titled({ 'mn-Mong': 'ᠠ' }, { 'mn-Cyrl': 'а' }), ['title.zh-Hans', 'synopsis.zh-Hans']],
  ] as const)('%s names what is to be filled in', (blocker, programme, fields) => {
    expect(fieldsOfBlocker(blocker, programme)).toEqual(fields)
  })
})

describe('titles that a published programme must keep while it is edited', () => {
  it.each([
    ['all that it has and that are required', { 'zh-Hans': '题', 'mn-Mong': 'ᠠ', 'mn-Cyrl': 'а' }, ['zh-Hans', 'mn-Mong']],
    ['not those that it lacks under a policy that has become stricter', { 'zh-Hans': '题' }, ['zh-Hans']],
  ])('are %s', (_, title, kept) => {
    expect(titlesToKeep(fixtureProgramme({ id: 'one', title }), ['zh-Hans', 'mn-Mong'])).toEqual(kept)
  })
})
