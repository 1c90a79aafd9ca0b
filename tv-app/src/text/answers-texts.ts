import cyrl from '../../locales/mn-Cyrl/answers.json'
import mong from '../../locales/mn-Mong/answers.json'
import zh from '../../locales/zh-Hans/answers.json'
import { QUIZ_TEXTS } from './quiz-texts.ts'
import type { Lesson } from './strings.ts'

const ANSWERS_TEXTS: Lesson = { namespace: 'answers', texts: { 'zh-Hans': zh, 'mn-Mong': mong, 'mn-Cyrl': cyrl } }

/** What a quiz says of its questions, and of the answers that are handed in. */
export const QUIZ_LESSONS: readonly Lesson[] = [QUIZ_TEXTS, ANSWERS_TEXTS]
