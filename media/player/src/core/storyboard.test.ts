import { describe, expect, it } from 'vitest'
import { parseStoryboard, pictureAt } from './storyboard.ts'

const LIST_URL = 'https://example.cn/media/film/3/storyboard/index.vtt'
const LIST = [
  'WEBVTT',
  '',
  '00:00:00.000 --> 00:00:02.000',
  '0.jpg#xywh=0,0,320,180',
  '',
  '00:00:02.000 --> 00:00:04.000',
  '0.jpg#xywh=320,0,320,180',
  '',
  '01:00:04.040 --> 01:00:06.000',
  '12.jpg#xywh=640,360,320,180',
].join('\n')
const size = { widthPx: 320, heightPx: 180 }

describe('parseStoryboard', () => {
  it('reads when each picture begins and where it lies', () => {
    const [first, second, last] = parseStoryboard(LIST, LIST_URL)
    const sheetUrl = 'https://example.cn/media/film/3/storyboard/0.jpg'
    expect(first).toEqual({ fromSeconds: 0, sheetUrl, xPx: 0, yPx: 0, ...size })
    expect(second).toEqual({ fromSeconds: 2, sheetUrl, xPx: 320, yPx: 0, ...size })
    expect(last).toMatchObject({ fromSeconds: 3604.04, xPx: 640, yPx: 360 })
    expect(last?.sheetUrl).toBe('https://example.cn/media/film/3/storyboard/12.jpg')
  })
  it.each([
    ['lines of Windows', LIST.replace(/\n/g, '\r\n'), 3],
    ['times without hours, settings, and the unit said', 'WEBVTT\n\n00:02.000 --> 00:04.000 align:start\na.jpg#xywh=pixel:1,2,3,4\n', 1],
    ['cues out of order', `${LIST}\n\n00:00:01.000 --> 00:00:02.000\n0.jpg#xywh=0,180,320,180\n`, 4],
    ['a picture of no size', 'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n0.jpg#xywh=0,0,0,180\n', 0],
    ['a sheet of another site', 'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n//example.com/0.jpg#xywh=0,0,320,180\n', 0],
    ['subtitles', 'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\n你好\n', 0],
    ['a page that is no list', '<!doctype html><p>404</p>', 0],
    ['nothing', '', 0],
  ])('bears %s', (_name, text, count) => {
    const board = parseStoryboard(text, LIST_URL)
    expect(board).toHaveLength(count)
    expect(board.map((one) => one.fromSeconds)).toEqual([...board.map((one) => one.fromSeconds)].sort((one, other) => one - other))
  })
})

describe('pictureAt', () => {
  const board = parseStoryboard(LIST, LIST_URL)
  it.each([
    [0, 0],
    [1.999, 0],
    [2, 2],
    [3600, 2],
    [3604.04, 3604.04],
    [99_999, 3604.04],
  ])('at %s s is the one from %s s', (seconds, fromSeconds) => {
    expect(pictureAt(board, seconds)?.fromSeconds).toBe(fromSeconds)
  })
  it('is none before the first, or of an empty storyboard', () => {
    expect(pictureAt(board.slice(1), 1)).toBeUndefined()
    expect(pictureAt([], 1)).toBeUndefined()
  })
})
