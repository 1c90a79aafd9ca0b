import { BASE_LOCALE, isVertical, LOCALE_NAMES, type Locale, type LocalText, languagesToOffer, NIGHT, type Settings } from '@ulan/contract'
import { toString as drawCode } from 'qrcode'
import { escapeMarkup } from '../markup.ts'
import { LANDING_SCENE, LANDING_STYLE, LANDING_YURT } from './landing-style.ts'
import { ENTRIES, type Entry, type LandingWords, landingWords } from './landing-texts.ts'

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

/** In a page of another language a text says its own: it is read aloud in that language, and Chinese stays upright in columns. */
const languageMarkup = (locale: Locale, page: Locale): string => (locale === page ? '' : ` lang="${locale}"`)

/** An element around one text. */
function worded(tag: string, { text, locale }: LocalText, page: Locale, className?: string): string {
  const look = className === undefined ? '' : ` class="${className}"`
  return `<${tag}${look}${languageMarkup(locale, page)}>${escapeMarkup(text)}</${tag}>`
}

/** All languages that are offered, each by its own name in its own script; nothing where there is no choice. */
function switchMarkup({ locale, say }: LandingWords, offered: readonly Locale[]): string {
  if (offered.length < 2) return ''
  const label = say('language')
  const links = offered.map((one) => {
    const current = one === locale ? ' aria-current="true"' : ''
    return `<a href="/?lang=${one}" hreflang="${one}" lang="${one}"${current}><span class="language-${isVertical(one) ? 'column' : 'row'}">${escapeMarkup(LOCALE_NAMES[one])}</span></a>`
  })
  return `<nav class="languages"${languageMarkup(label.locale, locale)} aria-label="${escapeMarkup(label.text)}">${links.join('')}</nav>`
}

/** Mongolian beside a page in lines; where it is the page's own language, or not translated yet, there is nothing to add. */
function besideMarkup(tag: string, name: string, text: LocalText, page: Locale): string {
  return page === 'mn-Mong' || text.locale !== 'mn-Mong' ? '' : worded(tag, text, page, name)
}

function entryMarkup({ locale, say }: LandingWords, entry: Entry): string {
  const beside = besideMarkup('span', 'mong', landingWords('mn-Mong').say(`${entry}.title`), locale)
  return `<a class="entry" href="/${entry}/"><svg class="mark" viewBox="0 0 48 48" fill="none" stroke="${NIGHT.sky}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${SHAPES[entry]}</svg>
<div class="words">${worded('h2', say(`${entry}.title`), locale)}${worded('p', say(`${entry}.text`), locale)}${worded('span', say(`${entry}.open`), locale, 'open')}</div>
${beside}</a>`
}

async function codeMarkup({ locale, say }: LandingWords, entry: Entry, address: string): Promise<string> {
  const target = `${address}/${entry}/`
  const code = await drawCode(target, {
    type: 'svg',
    margin: 2,
    errorCorrectionLevel: 'M',
    color: { dark: NIGHT.ground, light: '#ffffff' },
  })
  return `<div class="code">${code}<span>${worded('strong', say(`${entry}.title`), locale)}<br>${worded('span', say('scan'), locale)}<br>${escapeMarkup(target.replace(/^https?:\/\/|\/$/g, ''))}</span></div>`
}

/** One entry, and below it the code that opens it on another device. */
async function placeMarkup(words: LandingWords, entry: Entry, address: string | undefined): Promise<string> {
  const code = address === undefined ? '' : await codeMarkup(words, entry, address)
  return `<div class="place">${entryMarkup(words, entry)}${code}</div>`
}

/** Who runs it, and the numbers that a public site must show; nothing before an administrator has set them, in Chinese. */
function imprintMarkup({ locale, say }: LandingWords, { organiser, filingNumber, licenceNumber }: Settings): string {
  const filing = `<a href="https://beian.miit.gov.cn/" rel="noreferrer">${escapeMarkup(filingNumber)}</a>` // 非经营性互联网信息服务备案管理办法 art. 13
  const labelled = (label: LocalText, value: string): string =>
    `${label.locale === BASE_LOCALE ? escapeMarkup(label.text) : worded('span', label, BASE_LOCALE)}${escapeMarkup(value)}`
  const parts = [
    ...(organiser === '' ? [] : [labelled(say('organiser'), organiser)]),
    ...(filingNumber === '' ? [] : [filing]),
    ...(licenceNumber === '' ? [] : [labelled(say('licence'), licenceNumber)]),
  ]
  return parts.length === 0
    ? ''
    : `<footer class="note imprint">${parts.map((part) => `<span${languageMarkup(BASE_LOCALE, locale)}>${part}</span>`).join(' ')}</footer>`
}

/** The start page in a language: what is here, how to open it on another device, and who runs it. */
export async function makeLandingPage(address: string | undefined, settings: Settings, locale: Locale): Promise<string> {
  const words = landingWords(locale)
  const name = words.say('name')
  const places = await Promise.all(ENTRIES.map((entry) => placeMarkup(words, entry, address)))
  const here = address === undefined ? `<p class="note">${worded('span', words.say('here'), locale)} <code>npm run box</code></p>` : ''
  return `<!doctype html>
<html lang="${locale}"${isVertical(locale) ? ' data-flow="vertical"' : ''}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeMarkup(name.text)}</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"><style>${LANDING_STYLE}</style></head>
<body>${LANDING_SCENE}${switchMarkup(words, languagesToOffer(settings.languages.offered))}<header>${besideMarkup('p', 'brand', landingWords('mn-Mong').say('name'), locale)}
<div>${worded('h1', name, locale)}${worded('p', words.say('tagline'), locale)}</div>${LANDING_YURT}</header>
<main><nav class="entries">${places.join('')}</nav>${here}${imprintMarkup(words, settings)}</main></body></html>`
}

/** A yurt under the moon, for browser tabs. */
export const FAVICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="${NIGHT.ground}"/>
<path d="M12 52V36q20-7 40 0v16Z" fill="${NIGHT.text}"/><path d="M8 37Q32 10 56 37Q32 28 8 37Z" fill="${NIGHT.sky}"/><rect x="27" y="39" width="10" height="13" rx="2" fill="${NIGHT.gold}"/></svg>`
