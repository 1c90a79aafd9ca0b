import { pictureAt, type Storyboard, type StoryboardPicture } from '@ulan/player'

/** Enough to see what a film is like, few enough to be over before anybody has read its story twice. */
const MOST_PICTURES = 12
/** Titles at the beginning and names at the end say little. */
const [FROM, TO] = [0.06, 0.88]

/** Pictures of a film from near its beginning to near its end, each once; none where there are too few to tell anything. */
export function previewPictures(board: Storyboard): readonly StoryboardPicture[] {
  const last = board[board.length - 1]?.fromSeconds ?? 0
  const places = Array.from({ length: MOST_PICTURES }, (_, at) => last * (FROM + ((TO - FROM) * at) / (MOST_PICTURES - 1)))
  const pictures = places.map((seconds) => pictureAt(board, seconds)).filter((picture) => picture !== undefined)
  const once = pictures.filter((picture, at) => picture !== pictures[at - 1])
  return once.length < 3 ? [] : once
}
