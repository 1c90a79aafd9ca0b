import { isVertical, type Locale, TV_TYPE } from '@ulan/contract'
import { perLook, textFactor } from './look.ts'
import { grown, type TextStyle } from './text/grown.ts'
import type { TextSlot } from './text/text-layout.ts'

/** Design pixels; the stage scales them to the panel. 5 % of each side is kept free of anything that must be read. */
export const SCREEN = { widthPx: 1920, heightPx: 1080 } as const
export const EDGE = { xPx: 96, yPx: 54 } as const

/** How the text blocks of a page run; the page itself is never mirrored. */
export type Writing = 'horizontal' | 'vertical'
export const writingOf = (locale: Locale): Writing => (isVertical(locale) ? 'vertical' : 'horizontal')

export type Box = { readonly xPx: number; readonly yPx: number; readonly widthPx: number; readonly heightPx: number }
export type Place = { readonly xPx: number; readonly yPx: number }

export const TYPE = {
  hero: { fontSizePx: TV_TYPE.hero, pitchPx: 80 },
  title: { fontSizePx: TV_TYPE.title, pitchPx: 60 },
  rail: { fontSizePx: TV_TYPE.rail, pitchPx: 48 },
  body: { fontSizePx: TV_TYPE.body, pitchPx: 46 },
  card: { fontSizePx: TV_TYPE.body, pitchPx: 42 },
  caption: { fontSizePx: TV_TYPE.caption, pitchPx: 40 },
} as const satisfies Record<string, TextStyle>

type Room = Pick<TextSlot, 'widthPx' | 'heightPx' | 'maxLines'>
export const area = (type: TextStyle, room: Room): TextSlot => ({ flow: 'area', ...type, ...room })
export const spine = (type: TextStyle, room: Room): TextSlot => ({ flow: 'spine', ...type, ...room })
/** A slot for one line of any length. */
export const line = (type: TextStyle, widthPx: number): TextSlot => area(type, { widthPx, heightPx: type.pitchPx, maxLines: 1 })

/** Layouts of both writings for the size of letters in use, made once for each size. */
export function forLetters<T>(make: (factor: number) => Readonly<Record<Writing, T>>): Readonly<Record<Writing, T>> {
  const made = perLook((look) => make(textFactor(look)))
  return {
    get horizontal() {
      return made().horizontal
    },
    get vertical() {
      return made().vertical
    },
  }
}

export type ButtonLayout = {
  readonly heightPx: number
  readonly widthPx: number
  readonly paddingPx: number
  readonly gapPx: number
  readonly label: TextSlot
}
export type HeroLayout = {
  /** The window on the art, at the right edge of the screen. */
  readonly art: Box
  /** The art itself; wider than its window, since sample posters carry their title in the last fifth. */
  readonly artImage: { readonly widthPx: number; readonly heightPx: number }
  /** Width of the shade on the art's left, behind the text. */
  readonly scrimPx: number
  readonly kicker: TextSlot
  readonly title: TextSlot
  readonly synopsis: TextSlot
  /** Where the text block starts; in lines it runs down, in columns to the right. */
  readonly start: Place
  readonly gapPx: number
  /** Fixed place of the buttons in lines; in columns they follow the text. */
  readonly actionsYPx: number
  readonly button: ButtonLayout
}
export type CardLayout = {
  readonly poster: Box
  readonly title: TextSlot & Place
  readonly caption: TextSlot & Place
  /** For the marks on the poster. */
  readonly badge: TextSlot
  /** In columns: where title and caption end, close to the poster. */
  readonly textEndPx?: number
  readonly pitchPx: number
}
type EntrySize = { readonly widthPx: number; readonly heightPx: number; readonly gapPx: number }
export type RailLayout = {
  readonly title: TextSlot & Place
  readonly items: Place
  readonly heightPx: number
  readonly card: CardLayout
  readonly law: EntrySize
  readonly credit: EntrySize & { readonly role: TextSlot & Place; readonly names: TextSlot & Place }
}
export type BrowseLayout = {
  readonly hero: HeroLayout
  readonly rail: RailLayout
  readonly firstRailYPx: number
  /** Where the focused rail stands from the second on. */
  readonly scrolledRailYPx: number
}

export const BADGE: Readonly<Record<Writing, TextSlot>> = {
  horizontal: line(TYPE.caption, 300),
  vertical: area(TYPE.caption, { widthPx: 120, heightPx: 200, maxLines: 3 }),
}

export const ART_IMAGE = { widthPx: 1300, heightPx: 731 } as const

/** Captions grow less: they say least, and stand where there is least room. */
export const MOST_CAPTION = 1.15

/** Below a poster: its title, then its caption, in one line each. */
const CARD_TITLE_GAP_PX = 22
/** With larger letters the room below a rail is taken up. */
const NARROW_GAP_PX = 16

/** The numbers of a page in lines, for letters `factor` times as large. */
function horizontalFor(factor: number): BrowseLayout {
  const isGrown = factor > 1
  const [body, card, caption] = [grown(TYPE.body, factor), grown(TYPE.card, factor), grown(TYPE.caption, Math.min(factor, MOST_CAPTION))]
  const titleYPx = 234 + (isGrown ? NARROW_GAP_PX : CARD_TITLE_GAP_PX)
  const railYPx = isGrown ? 612 : 620
  return {
    firstRailYPx: railYPx,
    scrolledRailYPx: railYPx,
    hero: {
      // Longer lines for larger letters: the art makes room.
      art: isGrown ? { xPx: 1010, yPx: 84, widthPx: 910, heightPx: 538 } : { xPx: 866, yPx: 84, widthPx: 1054, heightPx: 538 },
      artImage: ART_IMAGE,
      scrimPx: 440,
      start: { xPx: EDGE.xPx, yPx: isGrown ? 150 : 166 },
      gapPx: isGrown ? 8 : 14,
      kicker: line(TYPE.caption, 860),
      title: { ...area(TYPE.hero, { widthPx: 900, heightPx: 160, maxLines: 2 }), isStrong: true },
      synopsis: area(body, { widthPx: isGrown ? 980 : 800, heightPx: 240, maxLines: isGrown ? 4 : 3 }),
      actionsYPx: isGrown ? 510 : 504,
      button: { heightPx: 76, widthPx: 0, paddingPx: 34, gapPx: 22, label: { ...line(body, 420), isStrong: true } },
    },
    rail: {
      heightPx: 480,
      title: { ...line(TYPE.rail, 1200), xPx: 0, yPx: 0, isStrong: true },
      items: { xPx: 0, yPx: isGrown ? 64 : 70 },
      card: {
        poster: { xPx: 0, yPx: 0, widthPx: 416, heightPx: 234 },
        title: { ...line(card, 416), xPx: 0, yPx: titleYPx },
        caption: { ...line(caption, 416), xPx: 0, yPx: titleYPx + card.pitchPx },
        badge: BADGE.horizontal,
        pitchPx: 452,
      },
      law: { widthPx: 620, heightPx: isGrown ? 330 : 290, gapPx: 36 },
      credit: {
        ...{ widthPx: 452, heightPx: 96 + 2 * body.pitchPx, gapPx: 36 },
        role: { ...line(caption, 396), xPx: 28, yPx: 22 },
        names: { ...area(body, { widthPx: 396, heightPx: 2 * body.pitchPx, maxLines: 2 }), xPx: 28, yPx: 28 + caption.pitchPx },
      },
    },
  }
}

const SPINE_PX = 270
/** How far a title and a caption in columns stand from their poster. */
export const BESIDE_POSTER_PX = 26
/** Two columns of a title, or one and two of its caption. */
export const besidePoster = (title: TextStyle, caption: TextStyle): number => 2 * title.pitchPx + caption.pitchPx + 2

/** The numbers of a page in columns, for letters `factor` times as large: columns grow wider, not longer. */
function verticalFor(factor: number): BrowseLayout {
  const isGrown = factor > 1
  const [body, card, caption] = [grown(TYPE.body, factor), grown(TYPE.card, factor), grown(TYPE.caption, Math.min(factor, MOST_CAPTION))]
  const textEndPx = besidePoster(card, caption)
  const posterXPx = textEndPx + BESIDE_POSTER_PX
  return {
    firstRailYPx: 700,
    scrolledRailYPx: 520,
    hero: {
      art: isGrown ? { xPx: 1010, yPx: 84, widthPx: 910, heightPx: 610 } : { xPx: 866, yPx: 84, widthPx: 1054, heightPx: 610 },
      artImage: ART_IMAGE,
      scrimPx: 560,
      start: { xPx: EDGE.xPx, yPx: 168 },
      gapPx: 30,
      kicker: spine(TYPE.caption, { widthPx: 120, heightPx: 480, maxLines: 3 }),
      title: { ...spine(TYPE.hero, { widthPx: 240, heightPx: 480, maxLines: 3 }), isStrong: true },
      synopsis: area(body, { widthPx: 8 * body.pitchPx, heightPx: 480, maxLines: 10 }),
      actionsYPx: 168,
      button: {
        heightPx: 240,
        widthPx: 2 * body.pitchPx,
        paddingPx: 30,
        gapPx: 22,
        label: { ...spine(body, { widthPx: 2 * body.pitchPx, heightPx: 330, maxLines: 2 }), isStrong: true },
      },
    },
    rail: {
      heightPx: 336,
      title: { ...spine(TYPE.rail, { widthPx: 96, heightPx: SPINE_PX, maxLines: 2 }), xPx: 0, yPx: 0, isStrong: true },
      items: { xPx: 128, yPx: 0 },
      card: {
        poster: { xPx: posterXPx, yPx: 0, widthPx: 480, heightPx: SPINE_PX },
        textEndPx,
        title: { ...spine(card, { widthPx: 2 * card.pitchPx, heightPx: SPINE_PX, maxLines: 2 }), xPx: 0, yPx: 0 },
        caption: { ...spine(caption, { widthPx: 2 * caption.pitchPx, heightPx: SPINE_PX, maxLines: 2 }), xPx: 2 * card.pitchPx, yPx: 0 },
        badge: BADGE.vertical,
        pitchPx: posterXPx + 528,
      },
      law: { widthPx: 640, heightPx: isGrown ? 300 : SPINE_PX, gapPx: 36 },
      credit: {
        ...{ widthPx: 62 + caption.pitchPx + 2 * body.pitchPx, heightPx: SPINE_PX, gapPx: 36 },
        role: { ...spine(caption, { widthPx: caption.pitchPx, heightPx: SPINE_PX - 48, maxLines: 1 }), xPx: 24, yPx: 24 },
        names: {
          ...spine(body, { widthPx: 2 * body.pitchPx, heightPx: SPINE_PX - 48, maxLines: 2 }),
          ...{ xPx: 38 + caption.pitchPx, yPx: 24 },
        },
      },
    },
  }
}

export const BROWSE = forLetters((factor) => ({ horizontal: horizontalFor(factor), vertical: verticalFor(factor) }))

/** A film in small pictures at the foot of its key art: its most, and its lower edge. */
export const PREVIEW = { widthPx: 416, heightPx: 234, bottomYPx: { horizontal: 580, vertical: 660 } } as const

export const HEADER = {
  heightPx: 138,
  brand: {
    horizontal: { ...line(TYPE.rail, 600), isStrong: true },
    vertical: spine(TYPE.caption, { widthPx: 120, heightPx: 88, maxLines: 2 }),
  },
} as const

/** The way to the search, left of the language switch and as tall. */
export const FIND: Readonly<Record<Writing, ButtonLayout>> = {
  horizontal: { heightPx: 88, widthPx: 0, paddingPx: 26, gapPx: 24, label: { ...line(TYPE.caption, 200), isStrong: true } },
  vertical: { heightPx: 88, widthPx: 0, paddingPx: 24, gapPx: 24, label: spine(TYPE.caption, { widthPx: 40, heightPx: 84, maxLines: 1 }) },
}

export const SWITCH = {
  cell: { widthPx: 124, heightPx: 88 },
  slot: { ...area(TYPE.caption, { widthPx: 116, heightPx: 84, maxLines: 2 }), align: 'center' },
} as const satisfies { cell: { widthPx: number; heightPx: number }; slot: TextSlot }

const readAtLength = perLook((look) => {
  const factor = textFactor(look)
  const centred = (style: TextStyle): TextSlot => ({ ...area(style, { widthPx: 1200, heightPx: 420, maxLines: 3 }), align: 'center' })
  return {
    lawTitle: {
      ...area(grown({ fontSizePx: TV_TYPE.caption, pitchPx: 44 }, factor), { widthPx: 560, heightPx: 118, maxLines: 2 }),
      isStrong: true,
    },
    lawText: area(grown(TYPE.caption, factor), { widthPx: 560, heightPx: 160, maxLines: 4 }),
    notice: centred(grown(TYPE.title, factor)),
    noticeMore: centred(grown({ fontSizePx: TV_TYPE.rail, pitchPx: 50 }, factor)),
    noticeLeast: centred(grown({ fontSizePx: TV_TYPE.caption, pitchPx: 42 }, factor)),
    toast: area(grown(TYPE.body, factor), { widthPx: 900, heightPx: 300, maxLines: 3 }),
    reading: area(grown({ fontSizePx: TV_TYPE.rail, pitchPx: 54 }, factor), { widthPx: 1272, heightPx: 598, maxLines: 400 }),
  }
})

export const LAW_CARD = {
  paddingPx: 30,
  get title(): TextSlot {
    return readAtLength().lawTitle
  },
  get text(): TextSlot {
    return readAtLength().lawText
  },
}

/** A sentence in the middle of the screen, and below it two that matter less. */
export const NOTICE = {
  get slot(): TextSlot {
    return readAtLength().notice
  },
  get more(): TextSlot {
    return readAtLength().noticeMore
  },
  get least(): TextSlot {
    return readAtLength().noticeLeast
  },
}

/** At the foot of a page, or at the head of a film, whose subtitles stand at the foot. */
export type ToastPlace = 'foot' | 'head'
export const TOAST = {
  get slot(): TextSlot {
    return readAtLength().toast
  },
}

export const READING = {
  panel: { xPx: 260, yPx: 96, widthPx: 1400, heightPx: 888 },
  minHeightPx: 420,
  paddingPx: 64,
  title: { ...line(TYPE.title, 1272), isStrong: true },
  /** Of a text in columns: on the left of it, as tall. */
  columnTitle: { ...spine(TYPE.title, { widthPx: TYPE.title.pitchPx, heightPx: 760, maxLines: 1 }), isStrong: true },
  get text(): TextSlot {
    return readAtLength().reading
  },
}
