import cyrl from '../../locales/mn-Cyrl/film.json'
import mong from '../../locales/mn-Mong/film.json'
import zh from '../../locales/zh-Hans/film.json'
import type { Lesson } from './strings.ts'

export const FILM_TEXTS: Lesson = { namespace: 'film', texts: { 'zh-Hans': zh, 'mn-Mong': mong, 'mn-Cyrl': cyrl } }
