type Fonts = Pick<FontFaceSet, 'addEventListener' | 'load'>

/**
 * Says in the log, once for each family, that a file of it is missing, and what that means on the screen. Those of the first
 * screen are asked for by name: a preload that failed before the first layout is announced by no event (seen in Chromium).
 */
export function warnOfMissingFonts(fonts: Fonts, families: readonly string[], warn: (sentence: string) => void): void {
  const told = new Set<string>()
  const tell = (family: string): void => {
    if (told.has(family)) return
    told.add(family)
    warn(`font ${family} did not come: its letters are drawn with fonts of this device, or as boxes where it has none`)
  }
  fonts.addEventListener('loadingerror', ({ fontfaces }) => {
    for (const face of fontfaces) tell(face.family.replace(/["']/g, ''))
  })
  for (const family of families) fonts.load(`1em ${family}`).catch(() => tell(family))
}
