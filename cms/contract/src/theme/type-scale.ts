/** Font families as the clients load them; Mongolian first, since its file has no Latin digits and no hanzi. */
export const FONT_FAMILIES = { mongolian: 'Mong', chinese: 'SC', stack: 'Mong, SC, sans-serif' } as const

/** Ten-foot sizes in px at 1920×1080. */
export const TV_TYPE = { hero: 64, title: 44, rail: 34, body: 30, caption: 28 } as const

/** Hand-held sizes in px. */
export const TABLET_TYPE = { hero: 40, title: 32, rail: 26, body: 22, caption: 20 } as const
