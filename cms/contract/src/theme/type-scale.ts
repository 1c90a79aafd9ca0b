/** Font families as the clients load them; Mongolian first, since its file has no Latin digits and no hanzi. */
export const FONT_FAMILIES = {
  mongolian: 'Mong',
  chinese: 'SC',
  cyrillic: 'Cyrl',
  /** Letters of Mongolian that Russian lacks; their file is another one. */
  cyrillicMore: 'Cyrl More',
  /** Slices of whatever the others lack. */
  slices: 'SC Ext',
} as const

const { mongolian, chinese, cyrillic, cyrillicMore, slices } = FONT_FAMILIES
const OTHERS = `${chinese}, ${cyrillic}, "${cyrillicMore}", "${slices}"`
/** CSS font stacks. A text that holds traditional Mongolian begins with that font: its spaces and marks are shaped by one. */
export const FONT_STACKS = {
  mongolianFirst: `${mongolian}, ${OTHERS}, sans-serif`,
  chineseFirst: `${OTHERS}, ${mongolian}, sans-serif`,
} as const

/** Printable ASCII, Russian and Mongolian Cyrillic, the Mongolian block with its narrow space. */
const START_LETTERS = /^[ -~А-яЁёӨөҮү№\u1800-\u18af\u202f]*$/
/** True for a text that the fonts of the start can draw for certain, so that no slice has to be asked for. */
export const isOfStartLetters = (text: string): boolean => START_LETTERS.test(text)

/** Ten-foot sizes in px at 1920×1080. */
export const TV_TYPE = { hero: 64, title: 44, rail: 34, body: 30, caption: 28 } as const

/** Hand-held sizes in px. */
export const TABLET_TYPE = { hero: 40, title: 32, rail: 26, body: 22, caption: 20 } as const
