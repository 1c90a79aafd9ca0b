import { area, type Box, EDGE, forLetters, line, type Place, spine, TYPE, type Writing } from './layout.ts'
import { grown } from './text/grown.ts'
import type { TextSlot } from './text/text-layout.ts'

/** The numbers of the quiz. */
export type QuizLayout = {
  readonly question: TextSlot & Place
  readonly progress: TextSlot & Place
  readonly options: Place
  readonly option: { readonly widthPx: number; readonly heightPx: number; readonly gapPx: number; readonly label: TextSlot }
  readonly verdict: Box
  readonly explanation: TextSlot
  readonly law: TextSlot
  readonly quote: TextSlot
  /** What an explanation leaves to the article of law it rests on. */
  readonly lawRoomPx: number
}
/** Room of a question in large letters. */
const QUESTION_PX = 210

/** The numbers for letters `factor` times as large. */
function layoutsFor(factor: number): Readonly<Record<Writing, QuizLayout>> {
  const isGrown = factor > 1
  const [title, rail, body, caption] = [
    grown(TYPE.title, factor),
    grown(TYPE.rail, factor),
    grown(TYPE.body, factor),
    grown(TYPE.caption, factor),
  ]
  // Lines of a question stand closer, so that three have room above its answers; large letters bear it.
  const question = isGrown ? { ...title, pitchPx: QUESTION_PX / 3 } : title
  return {
    horizontal: {
      progress: { ...line(TYPE.caption, 600), xPx: EDGE.xPx, yPx: isGrown ? 160 : 172 },
      question: {
        ...area(question, { widthPx: 1728, heightPx: isGrown ? QUESTION_PX : 180, maxLines: 3 }),
        xPx: EDGE.xPx,
        yPx: isGrown ? 206 : 220,
        isStrong: true,
      },
      options: { xPx: EDGE.xPx, yPx: 430 },
      option: {
        widthPx: 900,
        heightPx: isGrown ? 132 : 120,
        gapPx: isGrown ? 18 : 22,
        label: area(rail, { widthPx: 720, heightPx: isGrown ? 124 : 96, maxLines: 2 }),
      },
      verdict: { xPx: 1048, yPx: 430, widthPx: 776, heightPx: isGrown ? 590 : 546 },
      explanation: area(body, { widthPx: 696, heightPx: 276, maxLines: 6 }),
      law: { ...line({ ...caption, pitchPx: caption.pitchPx + 2 }, 696), isStrong: true },
      quote: area(caption, { widthPx: 696, heightPx: 400, maxLines: 9 }),
      lawRoomPx: isGrown ? caption.pitchPx + 20 : 150,
    },
    vertical: {
      progress: { ...spine(TYPE.caption, { widthPx: 40, heightPx: 300, maxLines: 1 }), xPx: EDGE.xPx, yPx: 168 },
      question: { ...spine(title, { widthPx: 300, heightPx: 820, maxLines: 5 }), xPx: EDGE.xPx + 60, yPx: 168 },
      options: { xPx: 480, yPx: 168 },
      option: {
        widthPx: 150,
        heightPx: 820,
        gapPx: 24,
        label: spine(rail, { widthPx: isGrown ? 2 * rail.pitchPx : 100, heightPx: 640, maxLines: 2 }),
      },
      verdict: { xPx: 1190, yPx: 168, widthPx: 634, heightPx: 820 },
      explanation: area(body, { widthPx: 554, heightPx: 420, maxLines: 12 }),
      law: spine(caption, { widthPx: 2 * caption.pitchPx + 4, heightPx: 740, maxLines: 2 }),
      quote: area(caption, { widthPx: 554, heightPx: 400, maxLines: 9 }),
      lawRoomPx: 2 * caption.pitchPx + 10,
    },
  }
}

export const QUIZ = forLetters(layoutsFor)
