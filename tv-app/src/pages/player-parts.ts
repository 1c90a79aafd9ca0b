import type { Lightning } from '@lightningjs/sdk'
import { ActionRow } from '../components/action-row.ts'
import { EndPanel } from '../components/end-panel.ts'
import { Notice } from '../components/notice.ts'
import { Spinner } from '../components/spinner.ts'
import { Transport } from '../components/transport.ts'
import { SCREEN } from '../layout.ts'
import type { Route } from '../routes.ts'
import type { PageServices } from './page-services.ts'

export interface PlayerSpec extends Lightning.Component.TemplateSpec {
  services: PageServices
  route: Extract<Route, { page: 'play' }>
  Transport: typeof Transport
  Chapters: typeof ActionRow
  Spinner: typeof Spinner
  EndPanel: typeof EndPanel
  Notice: typeof Notice
}

/** What may lie over a film. */
export const playerTemplate = (): Lightning.Component.Template<PlayerSpec> => ({
  Transport: { type: Transport, alpha: 0 },
  Chapters: { type: ActionRow, mount: 1, visible: false, signals: { choose: 'chooseChapter' } },
  Spinner: { type: Spinner, x: SCREEN.widthPx / 2, y: SCREEN.heightPx / 2 },
  EndPanel: { type: EndPanel, visible: false, signals: { choose: 'chooseAction' } },
  Notice: { type: Notice, visible: false, signals: { choose: 'chooseAction' } },
})
