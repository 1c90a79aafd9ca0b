import cyrl from '../../locales/mn-Cyrl/answers.json'
import mong from '../../locales/mn-Mong/answers.json'
import zh from '../../locales/zh-Hans/answers.json'
import type { Lesson } from './strings.ts'

export const ANSWERS_TEXTS: Lesson = { namespace: 'answers', texts: { 'zh-Hans': zh, 'mn-Mong': mong, 'mn-Cyrl': cyrl } }
