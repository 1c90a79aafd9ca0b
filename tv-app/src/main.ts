import { Launch } from '@lightningjs/sdk'
import { type Locale, languagesToOffer } from '@ulan/contract'
import { App } from './app.ts'
import type { AppPorts } from './app-ports.ts'
import { adoptPictures, letFormerTexturesGo } from './components/load-image.ts'
import { type ApiClient, createApiClient } from './data/api-client.ts'
import { createCatalogue } from './data/catalogue.ts'
import { createServices, guardContext, later, openLook, openReadAloud, viewerMemories } from './device-services.ts'
import { warmUp } from './pages/make-page.ts'
import { type DeviceProfile, profileOf } from './platform/device-profile.ts'
import { adoptProgram, fetchAfter, stageContext } from './platform/early-start.ts'
import { addFontSlices, loadFonts } from './platform/fonts.ts'
import type { Speech } from './platform/speech.ts'
import { createDeviceStorage } from './platform/storage.ts'
import { rethrow } from './rethrow.ts'
import { parseRoute, WELCOME_ROUTE } from './routes.ts'
import { chooseLocale } from './text/locale-choice.ts'
import { createStrings } from './text/strings.ts'

const LOCALE_KEY = 'locale'
const LANGUAGES_KEY = 'languages'
const FONT_TIMEOUT_MS = 4000
const SEND_AGAIN_MS = 30_000
/** The first screen and its pictures have the line, and the processor, to themselves. */
const WARM_UP_AFTER_MS = 2500
/** A home screen that takes longer to come is waited for in sight. */
const PATIENCE_MS = 1200

async function start(): Promise<void> {
  const given = window.earlyStart?.preview
  const preview = given && (await import('./home-preview.ts')).openPreview(given, App)
  const storage = preview?.storage ?? createDeviceStorage(() => localStorage)
  const ask = fetchAfter(window.earlyStart, (url, init) => fetch(url, init))
  const api = createApiClient({ pagePath: location.pathname, fetch: ask, later })
  const { region, kids, keptHome } = viewerMemories(storage)
  const offered = (): readonly Locale[] => languagesToOffer(storage.get(LANGUAGES_KEY)?.split(' '))
  const localeNow = (): Locale => chooseLocale(storage.get(LOCALE_KEY), navigator.languages ?? [navigator.language], offered())
  const wishes = { region: region.read, isForKids: kids.isOn, locale: localeNow, keptHome }
  const catalogue = preview?.catalogue ?? createCatalogue(api, () => performance.now(), wishes)
  const locale = localeNow()
  const profile = profileOf({ width: screen.width, height: screen.height, ratio: devicePixelRatio }, navigator.userAgent)
  const route = parseRoute(preview ? '' : location.hash)
  const home = route.page === 'home' ? catalogue.home(locale).load() : undefined
  const fonts = loadFonts(window.earlyStart?.fonts, FONT_TIMEOUT_MS)
  const strings = await createStrings()
  let speech: Speech | undefined
  const changeLook = openLook(storage, document.documentElement)
  const services = createServices({ storage, api, catalogue, kids, profile, region })
  const ports: AppPorts = {
    services,
    strings,
    readAloud: openReadAloud(storage),
    locale,
    languages: offered(),
    // Nobody has used this box yet.
    route: route.page === 'home' && storage.get(LOCALE_KEY) === undefined ? WELCOME_ROUTE : route,
    ready: Promise.all([fonts, Promise.race([home, wait(PATIENCE_MS)])]).then(adoptEarlyPictures),
    rememberLocale: (chosen) => {
      storage.set(LOCALE_KEY, chosen)
      void speech?.recordings.load(chosen)
    },
    rememberLanguages: (told) => storage.set(LANGUAGES_KEY, told.join(' ')),
    changeLook,
    showAddress: (hash) => history.replaceState(null, '', hash),
  }
  class PortedApp extends (preview?.App ?? App) {
    override _construct(): void {
      super._construct()
      this.ports = ports
    }
  }
  const platform = { path: './', width: profile.widthPx, height: profile.heightPx } // the last two are read, but not declared
  letFormerTexturesGo()
  const app = Launch(PortedApp, appOptions(profile), platform, {})
  Object.assign(window, { __app: app })
  guardContext(app.stage.getCanvas(), storage)
  app.stage.once('frameStart', () => adoptProgram(app.stage, window.earlyStart))
  // Put in only with its first full frame: an empty one would have to be composed too, and hold that up.
  ports.ready.then(() => {
    app.stage.once('frameEnd', () => document.body.appendChild(app.stage.getCanvas()))
    app.stage.resume()
  }, rethrow)
  function adoptEarlyPictures(): void {
    adoptPictures(app.stage, window.earlyStart?.posters ?? {}, true)
    adoptPictures(app.stage, window.earlyStart?.art ?? {}, false)
  }
  // Nothing else is opened, sent or read aloud there.
  if (preview) return wait(WARM_UP_AFTER_MS).then(addFontSlices)
  setInterval(() => services.outbox.flush(), SEND_AGAIN_MS)
  await wait(WARM_UP_AFTER_MS)
  await Promise.all([services.outbox.flush(), addFontSlices(), warmUp()])
  speech = await loadSpeech(api)
  if (speech === undefined) return
  ports.readAloud.equip(speech.announcer)
  await speech.recordings.load(localeNow())
}

/** Undefined where its file cannot be had: there is no reading aloud until the next start. */
async function loadSpeech(api: ApiClient): Promise<Speech | undefined> {
  const file = await import('./platform/speech.ts').catch(() => undefined)
  return file?.openSpeech(async (locale) => {
    const answer = await api.readRecordings(locale)
    return answer.kind === 'ok' ? answer.value.items : undefined
  })
}

const appOptions = (profile: DeviceProfile) => ({
  stage: { ...stageOptions(profile), ...stageContext(window.earlyStart, profile) },
  keys: profile.keys,
  debug: false,
  enablePointer: false,
})

const stageOptions = ({ memoryPixels, uploadsCanvas }: DeviceProfile) => ({
  autostart: false, // nothing is to be seen before `ready`, and an empty frame would hold it up
  useImageWorker: true,
  forceTxCanvasSource: uploadsCanvas,
  memoryPressure: memoryPixels,
})

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => later(milliseconds, resolve))

start().catch(rethrow)
