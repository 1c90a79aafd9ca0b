import { expect, it } from 'vitest'
import { LOCALES } from '../locale/locale.ts'
import { missingTitles } from './missing-titles.ts'

it.each([
  ['lacks nothing with the Chinese title alone, where that is enough', { 'zh-Hans': '题' }, ['zh-Hans'], []],
  ['lacks the Chinese title whatever else is required', { 'mn-Mong': 'ᠠ' }, ['mn-Mong'], ['title-zh-missing']],
  ['lacks each title that is required and not there', { 'zh-Hans': '题' }, LOCALES, ['title-mong-missing', 'title-cyrl-missing']],
  ['lacks a title of blanks', { 'zh-Hans': ' ', 'mn-Mong': '\u202f' }, ['zh-Hans', 'mn-Mong'], ['title-zh-missing', 'title-mong-missing']],
  ['lacks nothing when all are there', { 'zh-Hans': '题', 'mn-Mong': 'ᠠ', 'mn-Cyrl': 'а' }, LOCALES, []],
] as const)('a programme %s', (_, title, required, missing) => expect(missingTitles(title, required)).toEqual(missing))
