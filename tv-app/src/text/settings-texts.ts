import cyrl from '../../locales/mn-Cyrl/settings.json'
import mong from '../../locales/mn-Mong/settings.json'
import zh from '../../locales/zh-Hans/settings.json'
import type { Lesson } from './strings.ts'

export const SETTINGS_TEXTS: Lesson = { namespace: 'settings', texts: { 'zh-Hans': zh, 'mn-Mong': mong, 'mn-Cyrl': cyrl } }
