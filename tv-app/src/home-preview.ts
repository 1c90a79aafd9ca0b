import type { AttemptStorage } from '@ulan/player'
import type { App } from './app.ts'
import type { Catalogue } from './data/catalogue.ts'
import { homeAlone, previewStorage, readPreview } from './data/home-preview.ts'
import type { Navigation } from './pages/page-services.ts'

/** What the start takes in place of this box's own. */
export type HomePreview = { readonly App: typeof App; readonly catalogue: Catalogue; readonly storage: AttemptStorage }

/** A sentence is read by then, and does not hide for long what is looked at. */
const SAID_FOR_MS = 4000

/**
 * Makes ready to show what the newsroom has laid on the frame; undefined where that is nothing that can be shown. The app
 * is handed in: imported here, it would come in more files than the start now fetches.
 */
export function openPreview(given: object, app: typeof App): HomePreview | undefined {
  const preview = readPreview(given)
  if (preview === undefined) return undefined
  const at = new Date(preview.at)
  return { App: homeOnly(app, () => at), catalogue: homeAlone(preview.home), storage: previewStorage(preview, Date.now()) }
}

/** The app at another time, with its home page and no way out of it. */
const homeOnly = (Whole: typeof App, now: () => Date): typeof App =>
  class PreviewApp extends Whole {
    declare private cancelSaid: (() => void) | undefined

    override _init(): void {
      this.ports = { ...this.ports, services: { ...this.ports.services, now } }
      super._init()
    }

    override _handleBack(): void {
      this.stay()
    }

    override chooseLocale(): void {
      this.stay()
    }

    protected override get navigation(): Navigation {
      const stay = (): void => this.stay()
      return { ...super.navigation, open: stay, replace: stay }
    }

    /** An editor may look for longer than a panel may show the same. */
    protected override keepRest(): undefined {
      return undefined
    }

    private stay(): void {
      const { services, strings, locale } = this.ports
      this.overlays.say(strings.sayIn(locale)('tv:previewOnly'), 'foot', 'alert')
      this.cancelSaid?.()
      this.cancelSaid = services.later(SAID_FOR_MS, () => this.overlays.say(undefined, 'foot'))
    }
  }
