import { parse as parseQuery } from 'node:querystring'
import { type Audience, BASE_LOCALE } from '@ulan/contract'
import { ROUTES } from '@ulan/contract/schemas'
import { foldQuery } from '../../domain/search/searchable-text.ts'
import type { PublicRead } from '../../domain/snapshot/present-read.ts'

const PREFIX = '/api/v1/'

/** A public read from a request target, or undefined when it is another route or does not fit the contract. */
export function parsePublicRead(target: string): PublicRead | undefined {
  if (!target.startsWith(PREFIX)) return undefined
  const mark = target.indexOf('?')
  const path = target.slice(PREFIX.length, mark === -1 ? undefined : mark)
  // As the application reads it: a key given twice is a list, and no schema takes one for a text.
  const query = mark === -1 ? {} : parseQuery(target.slice(mark + 1))
  const [noun, id, part, ...rest] = path.split('/')
  if (rest.length > 0) return undefined
  if (id === undefined) return parseList(noun, query)
  if (noun === 'programmes' && part === 'playback') return parsePlayback(id, query)
  if (part !== undefined) return undefined
  if (noun === 'programmes') return parseProgramme(id, query)
  return noun === 'series' ? parseSeries(id, query) : undefined
}

type Query = ReturnType<typeof parseQuery>

function parseList(noun: string | undefined, query: Query): PublicRead | undefined {
  switch (noun) {
    case 'home': {
      const wish = ROUTES.readHome.query.safeParse(query).data
      return (
        wish && {
          kind: 'home',
          locale: wish.locale ?? BASE_LOCALE,
          device: wish.device ?? 'tablet',
          region: wish.region,
          audience: audienceOf(wish),
        }
      )
    }
    case 'programmes': {
      const wish = ROUTES.listProgrammes.query.safeParse(query).data
      return wish && { kind: 'programmes', locale: wish.locale ?? BASE_LOCALE, programmeKind: wish.kind }
    }
    case 'search': {
      const wish = ROUTES.searchProgrammes.query.safeParse(query).data
      return wish && { kind: 'search', locale: wish.locale ?? BASE_LOCALE, audience: audienceOf(wish), query: foldQuery(wish.q) }
    }
    case 'laws':
    case 'genres':
    case 'troupes':
    case 'regions':
      return { kind: noun }
    default:
      return undefined
  }
}

const audienceOf = ({ kids }: { readonly kids?: '1' | undefined }): Audience => (kids === '1' ? 'children' : 'everyone')

function parsePlayback(id: string, query: Query): PublicRead | undefined {
  const params = ROUTES.readPlayback.params.safeParse({ id }).data
  const wish = ROUTES.readPlayback.query.safeParse(query).data
  return params && wish && { kind: 'playback', id: params.id, audience: audienceOf(wish) }
}

function parseProgramme(id: string, query: Query): PublicRead | undefined {
  const params = ROUTES.readProgramme.params.safeParse({ id }).data
  const wish = ROUTES.readProgramme.query.safeParse(query).data
  return params && wish && { kind: 'programme', id: params.id, locale: wish.locale ?? BASE_LOCALE, audience: audienceOf(wish) }
}

function parseSeries(id: string, query: Query): PublicRead | undefined {
  const params = ROUTES.readSeries.params.safeParse({ id }).data
  const wish = ROUTES.readSeries.query.safeParse(query).data
  return params && wish && { kind: 'series', id: params.id, locale: wish.locale ?? BASE_LOCALE, audience: audienceOf(wish) }
}

/** The same for equal reads, whatever order or spelling their request had. */
export const readKey = (read: PublicRead): string => Object.values(read).join(' ')
