import { expect, test } from 'vitest'
import { unicodeOf } from './menksoft.ts'

test.each([
  ['\ue2c1\ue27f\ue317\ue27e\ue2e8', 'ᠪᠢᠴᠢᠭ'],
  ['书 \ue2c1\ue27f\ue317\ue27e\ue2e8\ue237', '书 ᠪᠢᠴᠢᠭ᠃'],
  // Neighbours of the code are some other font’s.
  ['\ue233\ue350', '\ue233\ue350'],
  ['ᠵᠠᠰᠠᠭ\u180eᠤᠨ\u202fᠢ', 'ᠵᠠᠰᠠᠭ\u180eᠤᠨ\u202fᠢ'],
  ['', ''],
])('%j is %j in Unicode', (text, unicode) => expect(unicodeOf(text)).toBe(unicode))
