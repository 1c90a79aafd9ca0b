import { starterCatalogueSchema } from '@ulan/contract/schemas'
import { describe, expect, it } from 'vitest'
import { houseCatalogue } from './house-catalogue.ts'

describe('houseCatalogue', () => {
  const house = houseCatalogue()

  it('has what programmes are described by, and no sample', () => {
    expect(starterCatalogueSchema.parse(house)).toEqual(house)
    expect(house.laws.length).toBeGreaterThan(0)
    expect(house.quizzes.length).toBeGreaterThan(0)
    expect(house.regions.length).toBeGreaterThan(50)
    expect([...house.programmes, ...house.series, ...house.troupes]).toEqual([])
  })

  it('has a rail for everything new, one for each kind of show and one for where one lives, all filling themselves', () => {
    expect(house.rails.map((rail) => rail.id)).toEqual(['newest', 'performances', 'animation', 'documentaries', 'local'])
    expect(house.rails.map((rail) => rail.position)).toEqual([1, 2, 3, 4, 5])
    expect(house.rails.every((rail) => rail.rule.kind !== 'manual' && !rail.isHero)).toBe(true)
  })
})
