import cyrl from '../../locales/mn-Cyrl/screen.json'
import mong from '../../locales/mn-Mong/screen.json'
import zh from '../../locales/zh-Hans/screen.json'
import type { Lesson } from './strings.ts'

export const SCREEN_TEXTS: Lesson = { namespace: 'screen', texts: { 'zh-Hans': zh, 'mn-Mong': mong, 'mn-Cyrl': cyrl } }
