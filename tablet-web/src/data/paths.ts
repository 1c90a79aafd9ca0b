import type { Locale } from '@ulan/contract'

/** Addresses of what the screens show, below `/api/v1`. */
export const homePath = (locale: Locale): string => `/home?locale=${locale}&device=tablet`
export const programmePath = (id: string, locale: Locale): string => `/programmes/${id}?locale=${locale}`
export const playbackPath = (id: string): string => `/programmes/${id}/playback`
export const seriesPath = (id: string, locale: Locale): string => `/series/${id}?locale=${locale}`
