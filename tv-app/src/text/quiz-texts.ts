import cyrl from '@ulan/contract/locales/mn-Cyrl/quiz.json'
import mong from '@ulan/contract/locales/mn-Mong/quiz.json'
import zh from '@ulan/contract/locales/zh-Hans/quiz.json'
import type { Lesson } from './strings.ts'

export const QUIZ_TEXTS: Lesson = { namespace: 'quiz', texts: { 'zh-Hans': zh, 'mn-Mong': mong, 'mn-Cyrl': cyrl } }
