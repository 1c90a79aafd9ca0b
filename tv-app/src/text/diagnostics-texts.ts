import cyrl from '../../locales/mn-Cyrl/diagnostics.json'
import mong from '../../locales/mn-Mong/diagnostics.json'
import zh from '../../locales/zh-Hans/diagnostics.json'
import type { Lesson } from './strings.ts'

export const DIAGNOSTICS_TEXTS: Lesson = { namespace: 'diagnostics', texts: { 'zh-Hans': zh, 'mn-Mong': mong, 'mn-Cyrl': cyrl } }
