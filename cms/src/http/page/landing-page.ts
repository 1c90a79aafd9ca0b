import { NIGHT, type Settings } from '@ulan/contract'
import { toString as drawCode } from 'qrcode'
import mnMong from '../locales/mn-Mong/landing.json' with { type: 'json' }
import zhHans from '../locales/zh-Hans/landing.json' with { type: 'json' }
import { escapeMarkup } from '../markup.ts'
import { LANDING_SCENE, LANDING_STYLE, LANDING_YURT } from './landing-style.ts'

const ENTRIES = ['tv', 'tablet', 'admin'] as const
type Entry = (typeof ENTRIES)[number]

const SHAPES: { readonly [E in Entry]: string } = {
  tv: '<rect x="4" y="8" width="40" height="26" rx="4"/><path d="M16 42h16M24 34v8"/>',
  tablet: '<rect x="10" y="4" width="28" height="40" rx="5"/><path d="M22 38h4"/>',
  admin: '<path d="M8 40l3-10L33 8l7 7-22 22-10 3ZM28 13l7 7"/>',
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || host.startsWith('127.')

/** An address that other devices can open: of the local network, else the public one; undefined when there is none. */
export function sharedAddress(lanUrls: readonly string[], publicUrl: string): string | undefined {
  const [first] = lanUrls
  if (first !== undefined) return first.replace(/\/$/, '')
  return isLoopback(new URL(publicUrl).hostname) ? undefined : publicUrl.replace(/\/$/, '')
}

function entryMarkup(entry: Entry): string {
  return `<a class="entry" href="/${entry}/"><span class="words"><svg class="mark" viewBox="0 0 48 48" fill="none" stroke="${NIGHT.sky}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${SHAPES[entry]}</svg>
<h2>${escapeMarkup(zhHans[entry].title)}</h2><p>${escapeMarkup(zhHans[entry].text)}</p><span class="open">${escapeMarkup(zhHans[entry].open)}</span></span>
<span class="mong" lang="mn-Mong">${escapeMarkup(mnMong[entry].title)}</span></a>`
}

async function codeMarkup(entry: Entry, address: string): Promise<string> {
  const target = `${address}/${entry}/`
  const code = await drawCode(target, {
    type: 'svg',
    margin: 2,
    errorCorrectionLevel: 'M',
    color: { dark: NIGHT.ground, light: '#ffffff' },
  })
  return `<div class="code">${code}<span><strong>${escapeMarkup(zhHans[entry].title)}</strong><br>${escapeMarkup(zhHans.scan)}<br>${escapeMarkup(target.replace(/^https?:\/\/|\/$/g, ''))}</span></div>`
}

/** Who runs it, and the numbers that a public site must show; nothing before an administrator has set them. */
function imprintMarkup({ organiser, filingNumber, licenceNumber }: Settings): string {
  const filing = `<a href="https://beian.miit.gov.cn/" rel="noreferrer">${escapeMarkup(filingNumber)}</a>` // 非经营性互联网信息服务备案管理办法 art. 13
  const parts = [
    ...(organiser === '' ? [] : [`${escapeMarkup(zhHans.organiser)}${escapeMarkup(organiser)}`]),
    ...(filingNumber === '' ? [] : [filing]),
    ...(licenceNumber === '' ? [] : [`${escapeMarkup(zhHans.licence)}${escapeMarkup(licenceNumber)}`]),
  ]
  return parts.length === 0 ? '' : `<footer class="note imprint">${parts.map((part) => `<span>${part}</span>`).join(' ')}</footer>`
}

/** The start page: what is here, how to open it on another device, and who runs it. */
export async function makeLandingPage(address: string | undefined, settings: Settings): Promise<string> {
  const codes = address === undefined ? [] : await Promise.all(ENTRIES.map((entry) => codeMarkup(entry, address)))
  const reach =
    codes.length === 0
      ? `<p class="note">${escapeMarkup(zhHans.here)} <code>npm run box</code></p>`
      : `<section class="codes">${codes.join('')}</section>`
  return `<!doctype html>
<html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeMarkup(zhHans.name)}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><style>${LANDING_STYLE}</style></head>
<body>${LANDING_SCENE}<header><p class="brand" lang="mn-Mong">${escapeMarkup(mnMong.name)}</p>
<div><h1>${escapeMarkup(zhHans.name)}</h1><p>${escapeMarkup(zhHans.tagline)}</p></div>${LANDING_YURT}</header>
<main><nav class="entries">${ENTRIES.map(entryMarkup).join('')}</nav>${reach}${imprintMarkup(settings)}</main></body></html>`
}

/** A yurt under the moon, for browser tabs. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${NIGHT.ground}"/>
<path d="M12 52V36q20-7 40 0v16Z" fill="${NIGHT.text}"/><path d="M8 37Q32 10 56 37Q32 28 8 37Z" fill="${NIGHT.sky}"/><rect x="27" y="39" width="10" height="13" rx="2" fill="${NIGHT.gold}"/></svg>`
