import { expect, test } from 'vitest'
import { createStrings } from '../text/strings.ts'
import { type CaptionChoice, captionText, nextCaptionChoice, parseCaptionChoice } from './caption-choice.ts'

test('presses make subtitles larger, then take them away, then begin again', () => {
  const seen: CaptionChoice[] = ['medium']
  for (let press = 0; press < 5; press += 1) seen.push(nextCaptionChoice(seen.at(-1) ?? 'off'))
  expect(seen).toEqual(['medium', 'large', 'huge', 'off', 'small', 'medium'])
})

test('whatever else is stored on the box, they are of middle size', () => {
  expect(['huge', 'off', 'gigantic', undefined].map(parseCaptionChoice)).toEqual(['huge', 'off', 'medium', 'medium'])
})

test('the controls say it in the language of the screen', async () => {
  const { sayIn } = await createStrings()
  expect(captionText('huge', sayIn('zh-Hans'))).toEqual({ text: '字幕 · 特大', locale: 'zh-Hans' })
  expect(captionText('off', sayIn('zh-Hans')).text).toBe('关闭字幕')
  expect(captionText('large', sayIn('mn-Mong')).locale).toBe('mn-Mong')
})
