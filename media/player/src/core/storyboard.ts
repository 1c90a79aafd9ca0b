/** One small picture of a title: from when it stands for the film, and where it lies on its sheet. */
export type StoryboardPicture = {
  readonly fromSeconds: number
  readonly sheetUrl: string
  readonly xPx: number
  readonly yPx: number
  readonly widthPx: number
  readonly heightPx: number
}
/** Small pictures along a title, in the order of time. */
export type Storyboard = readonly StoryboardPicture[]

/** A cue's time line and the sheet below it, a file beside the list; hours may be left out (WebVTT §4.1). */
const PICTURE = /(?:(\d+):)?(\d\d):(\d\d\.\d{3})[ \t]+-->[^\n]*\n(\w[\w./-]*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)/g

/**
 * Reads a WebVTT list of pictures (Media Fragments URI 1.0 §4.2.2 for `xywh`). `listUrl` is its full URL, beside which the
 * sheets lie. What is no picture is left out: a list that says nothing makes an empty storyboard.
 */
export function parseStoryboard(text: string, listUrl: string): Storyboard {
  const pictures: StoryboardPicture[] = []
  const pattern = new RegExp(PICTURE)
  const folderUrl = listUrl.slice(0, listUrl.lastIndexOf('/') + 1)
  const lines = text.replace(/\r\n?/g, '\n')
  for (let found = pattern.exec(lines); found !== null; found = pattern.exec(lines)) {
    const [, hours = '0', minutes = '', seconds = '', sheet = '', ...box] = found
    const [xPx = 0, yPx = 0, widthPx = 0, heightPx = 0] = box.map(Number)
    const fromSeconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
    if (widthPx > 0 && heightPx > 0) {
      pictures.push({ fromSeconds, sheetUrl: folderUrl + sheet, xPx, yPx, widthPx, heightPx })
    }
  }
  return pictures.sort((one, other) => one.fromSeconds - other.fromSeconds)
}

/** The picture that stands for a moment; undefined where there is none so early. */
export function pictureAt(board: Storyboard, seconds: number): StoryboardPicture | undefined {
  let [low, high] = [0, board.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((board[middle]?.fromSeconds ?? Number.POSITIVE_INFINITY) <= seconds) low = middle + 1
    else high = middle
  }
  return board[low - 1]
}
