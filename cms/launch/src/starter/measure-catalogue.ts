import type { Rail, StarterCatalogue } from '@ulan/contract'
import { programmeIdSchema, railIdSchema } from '@ulan/contract/schemas'
import { readStarterCatalogue, type StarterProgramme } from './read-catalogue.ts'

const CARDS_PER_RAIL = 60
const MOST_RAILS = 30

/**
 * A catalogue of `count` sample programmes for measuring: the starter catalogue's single programmes over and over,
 * each round with ids of its own and the same pictures, in rails of 60: a held key runs through 50 cards in 5 s.
 */
export function measureCatalogue(count: number): StarterCatalogue {
  const starter = readStarterCatalogue()
  const singles = starter.programmes.filter((programme) => programme.episodeOf === undefined)
  const programmes = Array.from({ length: count }, (_, index) => copyOf(singles, index)).filter((programme) => programme !== undefined)
  const heroes = starter.rails.filter((rail) => rail.isHero).map((rail) => heroRail(rail, programmes))
  const rails = Array.from({ length: Math.min(MOST_RAILS, Math.ceil(count / CARDS_PER_RAIL)) }, (_, index) =>
    measureRail(programmes, index),
  )
  return { ...starter, series: [], programmes, rails: [...heroes, ...rails] }
}

function copyOf(singles: readonly StarterProgramme[], index: number): StarterProgramme | undefined {
  const original = singles[index % singles.length]
  if (original === undefined) return undefined
  const round = Math.floor(index / singles.length) + 1
  if (round === 1) return original
  const title = { ...original.title, 'zh-Hans': `${original.title['zh-Hans'] ?? ''} ${round}` }
  return { ...original, id: programmeIdSchema.parse(`${original.id}-${round}`), title }
}

function heroRail(rail: Rail, programmes: readonly StarterProgramme[]): Rail {
  return { ...rail, rule: { kind: 'manual', entries: programmes.slice(0, 5).map(({ id }) => ({ kind: 'programme', id })) } }
}

function measureRail(programmes: readonly StarterProgramme[], index: number): Rail {
  const entries = programmes
    .slice(index * CARDS_PER_RAIL, (index + 1) * CARDS_PER_RAIL)
    .map(({ id }) => ({ kind: 'programme' as const, id }))
  return {
    id: railIdSchema.parse(`measure-${index + 1}`),
    title: { 'zh-Hans': `示例 ${index + 1}` },
    position: index + 1,
    rule: { kind: 'manual', entries },
    isHero: false,
  }
}
