import { describe, expect, it } from 'vitest'

const sheets = Object.entries(import.meta.glob<string>('./*.css', { query: '?raw', import: 'default', eager: true }))

describe('style sheets', () => {
  it('are there', () => expect(sheets.length).toBeGreaterThan(5))
  it.each(sheets)('%s neither tears Mongolian letters apart nor thickens them', (_name, text) => {
    expect(text).not.toMatch(/text-orientation:\s*upright/)
    expect(text).not.toMatch(/font-weight:\s*(?!400)\w/)
  })
})
