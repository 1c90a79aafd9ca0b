/** By look-around, not by pairs of quotes: an apostrophe in a comment would shift every pair after it. */
const QUOTED = /(?<=['"`])[\w.:-]+(?=['"`])/g
const TEMPLATE = /[\w.-]*\$\{[^{}]*\}(?:[\w.-]+|\$\{[^{}]*\})*/g
const MEMBER = /\b(?:zhHans|mnMong)((?:\.\w+|\[\w+\])+)/g
/** i18next's plural forms are asked for without their end. */
const PLURAL = /_(zero|one|two|few|many|other)$/

/**
 * Whether a source names a key: as a text of its own, as a member (`texts.scan`), or as a template that can become it.
 * It errs towards "used": a word that stands somewhere for something else counts.
 */
export function usesOf(texts: readonly string[]): (key: string) => boolean {
  const literals = new Set<string>()
  const templates = new Map<string, RegExp>()
  const add = (parts: readonly string[]): void => {
    // Holes alone would be every key.
    if (parts.some((part) => /[\w-]\.|\.[\w-]/.test(part))) templates.set(parts.join('\0'), patternOf(parts))
  }
  for (const text of texts) {
    for (const [literal] of text.matchAll(QUOTED)) literals.add(literal.replace(/^\w+:/, ''))
    for (const [template] of text.matchAll(TEMPLATE)) add(template.split(/\$\{[^{}]*\}/))
    for (const [, path = ''] of text.matchAll(MEMBER)) {
      const parts = path
        .replaceAll(/\[\w+\]/g, '.\0')
        .slice(1)
        .split('\0')
      if (parts.length === 1) literals.add(path.slice(1))
      else add(parts)
    }
  }
  return (key) => {
    const asked = key.replace(PLURAL, '')
    return literals.has(asked) || [...templates.values()].some((pattern) => pattern.test(asked))
  }
}

/** A key with holes: anything but a dot may fill one. */
const patternOf = (parts: readonly string[]): RegExp =>
  new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\-]/g, '\\$&')).join('[^.]+')}$`)
