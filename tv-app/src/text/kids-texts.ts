import cyrl from '../../locales/mn-Cyrl/kids.json'
import mong from '../../locales/mn-Mong/kids.json'
import zh from '../../locales/zh-Hans/kids.json'
import type { Lesson } from './strings.ts'

export const KIDS_TEXTS: Lesson = { namespace: 'kids', texts: { 'zh-Hans': zh, 'mn-Mong': mong, 'mn-Cyrl': cyrl } }
