import type { StoryboardPlan } from '../plan/storyboard-plan.ts'

const START_OF_IMAGE = Buffer.from([0xff, 0xd8, 0xff])
const END_OF_IMAGE = Buffer.from([0xff, 0xd9])

/** Cuts JPEG files that lie one after the other (ISO 10918-1 annex B: inside a picture no marker looks like its end). */
export function splitJpegs(bytes: Buffer): readonly Buffer[] {
  const pictures: Buffer[] = []
  for (let start = bytes.indexOf(START_OF_IMAGE); start !== -1; ) {
    const end = bytes.indexOf(END_OF_IMAGE, start)
    if (end === -1) throw new Error('a picture without an end')
    pictures.push(bytes.subarray(start, end + END_OF_IMAGE.length))
    start = bytes.indexOf(START_OF_IMAGE, end)
  }
  return pictures
}

function clock(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const part = (value: number, digits = 2): string => String(Math.floor(value)).padStart(digits, '0')
  return `${part(ms / 3_600_000)}:${part((ms / 60_000) % 60)}:${part((ms / 1000) % 60)}.${part(ms % 1000, 3)}`
}

/** WebVTT list of the pictures of a title, as web players read it: each names its sheet and its place on it (Media Fragments `xywh`). */
export function writeStoryboardList(board: StoryboardPlan, pictureCount: number, durationSeconds: number): string {
  const { everySeconds, columns, rows, widthPx, heightPx } = board
  const cues = Array.from({ length: pictureCount }, (_, index) => {
    const place = index % (columns * rows)
    const x = (place % columns) * widthPx
    const y = Math.floor(place / columns) * heightPx
    // The last one stands to the end, even where that is a moment away.
    const from = index * everySeconds
    const to = index === pictureCount - 1 ? Math.max(durationSeconds, from + 0.001) : from + everySeconds
    return [`${clock(from)} --> ${clock(to)}`, `${Math.floor(index / (columns * rows))}.jpg#xywh=${x},${y},${widthPx},${heightPx}`, '']
  })
  return ['WEBVTT', '', ...cues.flat()].join('\n')
}
