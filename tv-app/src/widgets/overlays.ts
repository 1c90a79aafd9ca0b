import type { Lightning } from '@lightningjs/sdk'
import type { LocalText } from '@ulan/contract'
import type { IconName } from '../components/icon-paths.ts'
import { Notice } from '../components/notice.ts'
import type { ActionView, Reading } from '../data/browse-view.ts'
import type { ToastPlace } from '../layout.ts'
import { ReadingPanel } from './reading-panel.ts'
import { Toast } from './toast.ts'

/** A sentence over the whole screen, with what may be answered. */
export type Question = { readonly icon: IconName; readonly text: LocalText; readonly actions: readonly ActionView[] }

/** Over the page and the header, under the toast. */
const PANELS_AT = 2

/** What may lie over both page and header. Made when first wanted: few viewers ever see it, and the first frame waits for all there is. */
export class Overlays {
  /** What has the focus over the page. */
  panel: Lightning.Component | undefined
  readonly #app: Lightning.Component
  #said: { readonly text: LocalText; readonly place: ToastPlace; readonly icon: IconName } | undefined

  constructor(app: Lightning.Component) {
    this.#app = app
  }

  /** A text in full. */
  read(reading: Reading): ReadingPanel {
    const make = (): ReadingPanel => this.#app.stage.c({ type: ReadingPanel, ref: 'Reading', signals: { closeReading: 'browse' } })
    const panel = this.#find<ReadingPanel>('Reading') ?? this.#add(make(), PANELS_AT)
    panel.show(reading)
    return panel
  }

  /** A question over the whole screen. */
  ask({ icon, text, actions }: Question): Notice {
    const make = (): Notice => this.#app.stage.c({ type: Notice, ref: 'Question', signals: { choose: 'answerQuestion' } })
    const panel = this.#find<Notice>('Question') ?? this.#add(make(), PANELS_AT)
    panel.show(icon, text, actions)
    panel.visible = true
    return panel
  }

  closePanel(): void {
    this.panel?.patch({ visible: false })
  }

  /** A sentence at one end of the screen until it is over; undefined takes it away. */
  say(text: LocalText | undefined, place: ToastPlace, icon: IconName = 'offline'): void {
    this.#said = text && { text, place, icon }
    if (text !== undefined) this.#toast.show(text, place, icon)
    else this.#find<Toast>('Toast')?.hide()
  }

  /** In another look: what is not wanted now is made when it is wanted again. */
  makeAnew(): void {
    for (const ref of ['Reading', 'Question', 'Toast']) {
      const overlay = this.#app.tag(ref)
      if (overlay !== undefined) this.#app.childList.remove(overlay)
    }
    this.panel = undefined
    if (this.#said !== undefined) this.#toast.show(this.#said.text, this.#said.place, this.#said.icon)
  }

  /** Lays something over all of it. */
  cover(cover: Lightning.Component): void {
    this.#add(cover, this.#app.children.length)
  }

  get #toast(): Toast {
    const make = (): Toast => this.#app.stage.c({ type: Toast, ref: 'Toast' })
    return this.#find<Toast>('Toast') ?? this.#add(make(), this.#app.children.length)
  }

  /** One name is only ever given to one kind. */
  #find<T extends Lightning.Component>(ref: string): T | undefined {
    return this.#app.tag(ref) as T | undefined
  }

  #add<T extends Lightning.Component>(overlay: T, at: number): T {
    this.#app.childList.addAt(overlay, at)
    return overlay
  }
}
