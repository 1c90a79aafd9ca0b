import { Launch } from '@lightningjs/sdk'
import { createAttemptOutbox, createResumeStore } from '@ulan/player'
import { App, type AppPorts, warmUp } from './app.ts'
import { createApiClient } from './data/api-client.ts'
import { createCatalogue } from './data/catalogue.ts'
import { profileOf } from './platform/device-profile.ts'
import { addFontSlices, loadFonts } from './platform/fonts.ts'
import { KEYS } from './platform/keys.ts'
import { createDeviceStorage } from './platform/storage.ts'
import { parseRoute } from './routes.ts'
import { chooseLocale } from './text/locale-choice.ts'
import { createStrings } from './text/strings.ts'

const LOCALE_KEY = 'locale'
const FONT_TIMEOUT_MS = 4000
const SEND_AGAIN_MS = 30_000
/** The first screen and its pictures have the line, and the processor, to themselves. */
const WARM_UP_AFTER_MS = 2500

async function start(): Promise<void> {
  const storage = createDeviceStorage(() => localStorage)
  const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))
  const api = createApiClient({ base: '/api/v1', fetch: (url, init) => fetch(url, init), wait })
  const catalogue = createCatalogue(api)
  const locale = chooseLocale(storage.get(LOCALE_KEY), navigator.languages ?? [navigator.language])
  const profile = profileOf({ width: screen.width, height: screen.height, ratio: devicePixelRatio })
  const [strings] = await Promise.all([createStrings(), loadFonts(FONT_TIMEOUT_MS), catalogue.home(locale).load()])
  const outbox = createAttemptOutbox(storage, api.sendAttempt, () => Date.now())
  const ports: AppPorts = {
    services: {
      catalogue,
      outbox,
      profile,
      resume: createResumeStore(storage),
      now: () => new Date(),
      randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
      later: (milliseconds, then) => {
        const timer = setTimeout(then, milliseconds)
        return () => clearTimeout(timer)
      },
    },
    strings,
    locale,
    route: parseRoute(location.hash),
    rememberLocale: (chosen) => storage.set(LOCALE_KEY, chosen),
    showAddress: (hash) => history.replaceState(null, '', hash),
    leave: () => window.close(),
  }
  class PortedApp extends App {
    override _construct(): void {
      super._construct()
      this.ports = ports
    }
  }
  const platform = { path: './', width: profile.widthPx, height: profile.heightPx } // the last two are read, but not declared
  const app = Launch(
    PortedApp,
    {
      stage: { useImageWorker: true, forceTxCanvasSource: true, memoryPressure: profile.memoryPixels },
      keys: KEYS,
      debug: false,
      enablePointer: false,
    },
    platform,
    {},
  )
  document.body.appendChild(app.stage.getCanvas())
  Object.assign(window, { __app: app })
  setInterval(() => outbox.flush(), SEND_AGAIN_MS)
  await wait(WARM_UP_AFTER_MS)
  await Promise.all([outbox.flush(), addFontSlices(), warmUp()])
}

start().catch((error: unknown) => {
  throw error
})
