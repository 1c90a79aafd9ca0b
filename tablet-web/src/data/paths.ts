import type { Locale } from '@ulan/contract'

/** Addresses of what the screens show, below `/api/v1`. */
export const homePath = (locale: Locale): string => `/home?locale=${locale}&device=tablet`
/** All programmes, newest first. */
export const programmesPath = (locale: Locale): string => `/programmes?locale=${locale}`
const SEARCH = '/search?'
export const searchPath = (query: string, locale: Locale): string =>
  `${SEARCH}locale=${locale}&q=${encodeURIComponent(query.toWellFormed())}`
/** Answers worth their room on the tablet for the way between two villages; those of half-typed words are not. */
export const isWorthKeeping = (path: string): boolean => !path.startsWith(SEARCH)
export const programmePath = (id: string, locale: Locale): string => `/programmes/${id}?locale=${locale}`
export const playbackPath = (id: string): string => `/programmes/${id}/playback`
export const seriesPath = (id: string, locale: Locale): string => `/series/${id}?locale=${locale}`
export const recordingsPath = (locale: Locale): string => `/recordings?locale=${locale}`
