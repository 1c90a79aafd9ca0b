import type { BrowseMemory } from '../routes.ts'
import type { BrowseView } from './browse-view.ts'

/** `top`: whose other rails keep their places. */
export type Direction = 'left' | 'right' | 'up' | 'down' | 'top'
/** How many places a page has: buttons of its hero, items of each rail. */
export type BrowseSize = { readonly actions: number; readonly rails: readonly number[] }

/** Of a page that shows this one of its heroes, counted on past the last. */
export function sizeOf(view: BrowseView, hero: number): BrowseSize {
  const shown = view.heroes[hero % Math.max(1, view.heroes.length)]
  return { actions: shown?.actions.length ?? 0, rails: view.rails.map((rail) => rail.items.length) }
}

/** Section of the hero; rails count from 0. */
export const HERO_SECTION = -1

/** The focus of a page just opened, or brought back; places that have gone meanwhile give way to the nearest left. */
export function startFocus(size: BrowseSize, memory?: BrowseMemory): BrowseMemory {
  const wanted = memory ?? { section: HERO_SECTION, indexes: [], hero: 0 }
  const section = Math.min(wanted.section, size.rails.length - 1)
  const first = size.actions > 0 || size.rails.length === 0 ? HERO_SECTION : 0
  const indexes = [size.actions, ...size.rails].map((count, at) => clamp(wanted.indexes[at] ?? 0, count))
  return { ...wanted, section: Math.max(section, first), indexes }
}

/** The same focus on a page whose rails are `keys` now: each rail keeps its place, and the focus stays on its rail while that is there. */
export function followRails(focus: BrowseMemory, keys: readonly string[]): BrowseMemory {
  const before = focus.keys ?? keys
  const indexOf = (key: string): number => (before.includes(key) ? (focus.indexes[before.indexOf(key) + 1] ?? 0) : 0)
  const indexes = [focus.indexes[0] ?? 0, ...keys.map(indexOf)]
  const section = focus.section === HERO_SECTION ? HERO_SECTION : keys.indexOf(before[focus.section] ?? '')
  return { ...focus, indexes, section: section === HERO_SECTION ? focus.section : section, keys }
}

/** Index of the focused place within its section. */
export const focusedIndex = (focus: BrowseMemory): number => focus.indexes[focus.section + 1] ?? 0

/** One step; undefined when there is nothing in that direction, so that the page's surroundings may have it. */
export function moveFocus(focus: BrowseMemory, direction: Direction, size: BrowseSize): BrowseMemory | undefined {
  if (direction === 'left' || direction === 'right') return moveAlong(focus, direction === 'left' ? -1 : 1, size)
  if (direction === 'top') return leap(focus, startFocus(size, { ...focus, section: HERO_SECTION }))
  const section = focus.section + (direction === 'up' ? -1 : 1)
  if (section < HERO_SECTION || section >= size.rails.length) return undefined
  return section === HERO_SECTION && size.actions === 0 ? undefined : { ...focus, section }
}

const leap = (from: BrowseMemory, to: BrowseMemory): BrowseMemory | undefined => (to.section === from.section ? undefined : to)

function moveAlong(focus: BrowseMemory, step: number, size: BrowseSize): BrowseMemory | undefined {
  const count = focus.section === HERO_SECTION ? size.actions : (size.rails[focus.section] ?? 0)
  const index = focusedIndex(focus) + step
  if (index < 0 || index >= count) return undefined
  return { ...focus, indexes: focus.indexes.map((old, at) => (at === focus.section + 1 ? index : old)) }
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(index, count - 1))

/** The items a rail keeps drawn: those wholly on screen, those partly there, and with `spares` 1 one more on either side. */
export function railWindow(
  index: number,
  count: number,
  visible: number,
  spares: 0 | 1 = 1,
): { readonly first: number; readonly last: number } {
  const offset = railOffset(index, count, visible)
  const first = Math.floor(offset) - spares
  const last = spares === 1 ? Math.ceil(offset + visible) : Math.max(index, Math.floor(offset + visible) - 1)
  return { first: Math.max(0, first), last: Math.min(count - 1, last) }
}

/** How many places a rail is moved so that item `index` is on screen: it leads, until the end of the rail is reached. */
export function railOffset(index: number, count: number, visible: number): number {
  return Math.max(0, Math.min(index, count - visible))
}

/** The same in whole places, for rails that hide what has passed: a card partly passed would leave a hole. */
export const wholeRailOffset = (index: number, count: number, visible: number): number => Math.ceil(railOffset(index, count, visible))
