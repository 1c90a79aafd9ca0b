import cyrl from '../../locales/mn-Cyrl/film.json'
import mong from '../../locales/mn-Mong/film.json'
import zh from '../../locales/zh-Hans/film.json'
import { QUIZ_TEXTS } from './quiz-texts.ts'
import type { Lesson } from './strings.ts'

const FILM_TEXTS: Lesson = { namespace: 'film', texts: { 'zh-Hans': zh, 'mn-Mong': mong, 'mn-Cyrl': cyrl } }

/** A film ends in the offer of its quiz. */
export const FILM_LESSONS: readonly Lesson[] = [FILM_TEXTS, QUIZ_TEXTS]
