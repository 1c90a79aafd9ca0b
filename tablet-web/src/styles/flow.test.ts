import { describe, expect, it } from 'vitest'

const sheets = Object.entries(import.meta.glob<string>('./*.css', { query: '?raw', import: 'default', eager: true }))
/** A property bound to the sides of the tablet instead of the flow of the script. */
const PHYSICAL =
  /(?:^|[\s;{])((?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-)?(?:left|right|top|bottom)|(?:min-|max-)?(?:width|height)|overflow-[xy])(?:-\w+)?\s*:/

describe('style sheets', () => {
  it('are there', () => expect(sheets.length).toBeGreaterThan(5))
  it.each(sheets)('%s follows the flow of the script', (_name, text) => {
    const bound = text
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .split('\n')
      .filter((line) => PHYSICAL.test(line) && !line.trim().startsWith('@media'))
    expect(bound).toEqual([])
  })
  it.each(sheets)('%s neither tears Mongolian letters apart nor thickens them', (_name, text) => {
    expect(text).not.toMatch(/text-orientation:\s*upright/)
    expect(text).not.toMatch(/font-weight:\s*(?!400)\w/)
  })
})
