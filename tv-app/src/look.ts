/** How large the texts are that somebody reads, beside what the pages are drawn for. */
export const TEXT_SIZES = ['standard', 'large', 'huge'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** How the television shows itself to whoever sits before it. */
export type Look = { readonly textSize: TextSize; readonly isHighContrast: boolean }

export const USUAL_LOOK: Look = { textSize: 'standard', isHighContrast: false }

const FACTORS: Readonly<Record<TextSize, number>> = { standard: 1, large: 1.15, huge: 1.3 }

/** Letters of a look are so many times as large as those of the usual one. */
export const textFactor = ({ textSize }: Look): number => FACTORS[textSize]

/**
 * The look in use. One for the whole app, and not handed down from page to page: nearly every component draws with it, and
 * none may differ from the one beside it. `wearLook` alone changes it, and whoever calls that makes anew all that is on
 * screen (`App.chooseLook`), so nothing is ever drawn half in one look and half in another.
 */
let worn: Look = USUAL_LOOK

export const currentLook = (): Look => worn

/** From now on everything that is made is made in this look. */
export function wearLook(look: Look): void {
  worn = look
}

/** What depends on the look, made once for each: the same value as long as the look is the same. */
export function perLook<T>(make: (look: Look) => T): () => T {
  let made: { readonly look: Look; readonly value: T } | undefined
  return () => {
    if (made?.look !== worn) made = { look: worn, value: make(worn) }
    return made.value
  }
}

/** What a box remembers of a look; anything unknown is as usual. */
export const parseLook = (textSize: string | undefined, contrast: string | undefined): Look => ({
  textSize: TEXT_SIZES.find((size) => size === textSize) ?? USUAL_LOOK.textSize,
  isHighContrast: contrast === 'high',
})
