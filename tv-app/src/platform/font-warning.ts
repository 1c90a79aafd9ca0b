const told = new Set<string>()

/** Says in the log, once for each family, that its file is missing, and what that means on the screen. */
export function warnOfFont(family: string): void {
  if (told.has(family)) return
  told.add(family)
  // biome-ignore lint/suspicious/noConsole: whoever looks after boxes reads this log, and there is no other
  console.warn(`font ${family} did not come: its letters are drawn with fonts of this device, or as boxes where it has none`)
}

/** The names of families, which browsers give back with quotes or without. */
export const familyOf = ({ family }: FontFace): string => family.replace(/["']/g, '')
