import './styles/fonts.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/bar.css'
import './styles/browse.css'
import './styles/hero-sizes.css'
import './styles/drawing.css'
import './styles/detail.css'
import './styles/search.css'
import './styles/player.css'
import './styles/panel.css'
import './styles/captions.css'
import './styles/chapters.css'
import './styles/quiz-verdict.css'
import './styles/quiz-result.css'
import './styles/quiz.css'
import { FONT_FAMILIES, isLocale, type Locale, localeFromTags, type PlayableRecording } from '@ulan/contract'
import { createAnnouncer, createAttemptOutbox, createRecordingBook, createResumeStore } from '@ulan/player'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { App } from './app.tsx'
import { createApiClient } from './data/api-client.ts'
import { createCatalogue } from './data/catalogue.ts'
import { recordingsPath } from './data/paths.ts'
import { createDeviceStorage, openBrowserStorage } from './platform/device-storage.ts'
import { warnOfMissingFonts } from './platform/font-warning.ts'
import { startNavigation } from './platform/navigation.ts'
import { readLocale } from './platform/viewer-choice.ts'
import { type Services, ServicesContext } from './services.ts'
import { BUNDLES } from './text/bundles.ts'
import { createTranslator } from './text/words.ts'

const RESEND_MILLISECONDS = 30_000

const storage = createDeviceStorage(openBrowserStorage())
const api = createApiClient(globalThis.fetch.bind(globalThis))
const catalogue = createCatalogue(api, storage)
/** By way of the catalogue, which keeps the list on the tablet. */
const recordings = createRecordingBook(async (locale) => {
  const path = recordingsPath(locale)
  await catalogue.refresh(path)
  const found = catalogue.peek<{ readonly items: readonly PlayableRecording[] }>(path)
  return found.kind === 'ready' ? found.value.items : undefined
})
const translator = createTranslator(BUNDLES, firstLocale())
const services: Services = {
  catalogue,
  outbox: createAttemptOutbox(storage, api.sendAttempt, () => Date.now()),
  sendBeacon: api.sendBeacon,
  resume: createResumeStore(storage),
  storage,
  recordings,
  announcer: createAnnouncer({ speech: globalThis.speechSynthesis, recordings }),
  nowIso: () => new Date().toISOString(),
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
}

/** What waits on this tablet goes out when the network comes back, and now and then, since not every return is announced. */
function keepInTouch({ catalogue, outbox }: Services): void {
  const tryAgain = (): void => {
    catalogue.refreshFailed()
    void outbox.flush()
  }
  globalThis.addEventListener('online', tryAgain)
  setInterval(tryAgain, RESEND_MILLISECONDS)
  void outbox.flush()
}

function firstLocale(): Locale {
  const chosen = readLocale(storage)
  return isLocale(chosen) ? chosen : localeFromTags(navigator.languages)
}

function start(): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('the page has no #root')
  // biome-ignore lint/suspicious/noConsole: whoever looks after tablets reads this log, and there is no other
  warnOfMissingFonts(document.fonts, [FONT_FAMILIES.mongolian, FONT_FAMILIES.chinese], (sentence) => console.warn(sentence))
  startNavigation()
  keepInTouch(services)
  createRoot(root).render(
    <I18nextProvider i18n={translator}>
      <ServicesContext value={services}>
        <App />
      </ServicesContext>
    </I18nextProvider>,
  )
}

start()
// Only texts with a rare character need it, and none of the first screen's own words.
void import('virtual:rare-hanzi.css')
