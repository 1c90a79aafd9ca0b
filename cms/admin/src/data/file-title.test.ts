import { describe, expect, it } from 'vitest'
import { titleFromFileName } from './file-title.ts'

describe('titleFromFileName', () => {
  it.each([
    ['草原法在身边.mp4', '草原法在身边'],
    ['小司来了 第1集.final.mov', '小司来了 第1集.final'],
    ['IMG_0042.MP4', ''],
    ['.mp4', ''],
  ])('reads %s as %j', (fileName, title) => {
    expect(titleFromFileName(fileName)).toBe(title)
  })
})
