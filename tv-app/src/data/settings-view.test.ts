import type { RegionCode } from '@ulan/contract'
import { describe, expect, test } from 'vitest'
import { USUAL_LOOK } from '../look.ts'
import type { Say } from '../text/strings.ts'
import { settingRows, type TvSettings } from './settings-view.ts'

const say: Say = (key, values) => ({ text: values === undefined ? key : `${key} ${Object.values(values).join(' ')}`, locale: 'zh-Hans' })
const SETTINGS: TvSettings = {
  locale: 'mn-Mong',
  languages: ['zh-Hans', 'mn-Mong', 'mn-Cyrl'],
  captions: 'medium',
  sound: 'screen',
  look: USUAL_LOOK,
  reading: 'off',
  sleepMinutes: 0,
  regions: [],
  region: undefined,
  isForKids: false,
}
const rowsOf = (more: Partial<TvSettings> = {}) => settingRows({ ...SETTINGS, ...more }, say)
const row = (ref: string, more: Partial<TvSettings> = {}) => {
  const found = rowsOf(more).find((one) => one.ref === ref)
  if (found === undefined) throw new Error(`no row ${ref}`)
  return found
}

describe('the settings of a television', () => {
  test('stand in one order; reading aloud only where the box can say something', () => {
    expect(rowsOf().map((one) => one.ref)).toEqual([
      'Language',
      'Captions',
      'Sound',
      'TextSize',
      'Contrast',
      'Reading',
      'Sleep',
      'Kids',
      'About',
    ])
    expect(rowsOf({ reading: undefined }).map((one) => one.ref)).toEqual([
      'Language',
      'Captions',
      'Sound',
      'TextSize',
      'Contrast',
      'Sleep',
      'Kids',
      'About',
    ])
  })

  test('a language is named in its own script', () => {
    expect(row('Language').value.locale).toBe('mn-Mong')
    expect(row('Language')).toMatchObject({ before: { locale: 'zh-Hans' }, after: { locale: 'mn-Cyrl' }, press: { locale: 'mn-Cyrl' } })
  })

  test('arrows end at the ends, OK goes round', () => {
    expect(row('Captions', { captions: 'off' })).toMatchObject({
      value: { text: 'settings:off' },
      before: { choice: 'huge' },
      after: undefined,
      press: { choice: 'small' },
    })
    expect(row('Sound', { sound: 'zh' })).toMatchObject({
      value: { text: 'settings:sounds.zh' },
      before: { choice: 'screen' },
      after: { choice: 'mn' },
    })
    expect(row('Sleep')).toMatchObject({ before: undefined, after: { minutes: 15 } })
    expect(row('Sleep', { sleepMinutes: 90 })).toMatchObject({
      value: { text: 'settings:sleepIn 90' },
      after: undefined,
      press: { minutes: 0 },
    })
    expect(row('Reading', { reading: 'on' })).toMatchObject({ before: { kind: 'read-aloud' }, after: undefined })
    expect(row('About').press).toEqual({ kind: 'about' })
  })

  test('letters grow and shrink step by step, contrast is high or not, neither touching the other', () => {
    const look = { textSize: 'large', isHighContrast: true } as const
    expect(row('TextSize', { look })).toMatchObject({
      value: { text: 'settings:textSizes.large' },
      before: { kind: 'look', look: { textSize: 'standard', isHighContrast: true } },
      after: { kind: 'look', look: { textSize: 'huge', isHighContrast: true } },
    })
    expect(row('TextSize').before).toBeUndefined()
    expect(row('Contrast', { look })).toMatchObject({
      value: { text: 'settings:on' },
      before: { kind: 'look', look: { textSize: 'large', isHighContrast: false } },
      after: undefined,
      press: { look: { isHighContrast: false } },
    })
    expect(row('Contrast')).toMatchObject({ value: { text: 'settings:off' }, before: undefined, press: { look: { isHighContrast: true } } })
  })

  test('a region can be chosen once they are known, and unchosen', () => {
    const regions = [
      { code: '150100' as RegionCode, name: { text: '呼和浩特市', locale: 'zh-Hans' as const } },
      { code: '152500' as RegionCode, name: { text: '锡林郭勒盟', locale: 'zh-Hans' as const } },
    ]
    expect(row('Region', { regions })).toMatchObject({
      value: { text: 'settings:anywhere' },
      before: undefined,
      after: { kind: 'region', code: '150100' },
    })
    const last = row('Region', { regions, region: regions[1]?.code })
    expect(last).toMatchObject({ value: { text: '锡林郭勒盟' }, before: { code: '150100' }, after: undefined })
    expect(last.press).toEqual({ kind: 'region', code: undefined })
  })

  test('children’s mode says whether it is on, and opens a page of its own', () => {
    expect(row('Kids')).toMatchObject({ value: { text: 'settings:off' }, before: undefined, after: undefined, press: { kind: 'kids' } })
    expect(row('Kids', { isForKids: true }).value.text).toBe('settings:on')
  })

  test('an only language can be pressed, and stays', () => {
    expect(row('Language', { locale: 'zh-Hans', languages: ['zh-Hans'] })).toMatchObject({
      before: undefined,
      after: undefined,
      press: { locale: 'zh-Hans' },
    })
  })
})
