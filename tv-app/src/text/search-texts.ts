import cyrl from '../../locales/mn-Cyrl/search.json'
import mong from '../../locales/mn-Mong/search.json'
import zh from '../../locales/zh-Hans/search.json'
import type { Lesson } from './strings.ts'

export const SEARCH_TEXTS: Lesson = { namespace: 'search', texts: { 'zh-Hans': zh, 'mn-Mong': mong, 'mn-Cyrl': cyrl } }
