import { Lightning } from '@lightningjs/sdk'
import { iconTexture } from '../components/canvas-texture.ts'
import { Label } from '../components/label.ts'
import { part } from '../components/part.ts'
import { SettingBar } from '../components/setting-bar.ts'
import { captionMemory } from '../data/caption-choice.ts'
import { leagues } from '../data/region-choice.ts'
import { firstInView } from '../data/settings-scroll.ts'
import { type SettingRow, type SettingWish, settingRows } from '../data/settings-view.ts'
import { soundMemory } from '../data/sound-choice.ts'
import { type Writing, writingOf } from '../layout.ts'
import { currentLook } from '../look.ts'
import { DIAGNOSTICS_ROUTE, KIDS_ROUTE, type SettingsMemory } from '../routes.ts'
import { SETTINGS } from '../settings-layout.ts'
import { SETTINGS_TEXTS } from '../text/settings-texts.ts'
import { COLOURS, FOCUS } from '../theme.ts'
import type { PageContract, PageServices } from './page-services.ts'

interface SettingsSpec extends Lightning.Component.TemplateSpec {
  services: PageServices
  remembered: SettingsMemory | undefined
  Title: typeof Label
  Rows: object
  Before: object
  After: object
}

const SIGN_PX = 40
/** The icon points down. */
const TURN = { up: Math.PI, left: Math.PI / 2, down: 0, right: -Math.PI / 2 } as const

/** How this television is set: bars one under the other, or columns side by side; arrows along a bar change it at once. */
export class SettingsPage extends Lightning.Component<SettingsSpec> implements PageContract {
  declare services: PageServices
  declare remembered: SettingsMemory | undefined
  declare private index: number
  /** The first row in view. */
  declare private first: number

  static override _template(): Lightning.Component.Template<SettingsSpec> {
    const sign = { mount: 0.5, pivot: 0.5, color: COLOURS.textMuted, visible: false }
    return { Title: { type: Label }, Rows: {}, Before: sign, After: sign }
  }

  override _init(): void {
    this.services.teach(SETTINGS_TEXTS)
    this.services.navigation.showHeader(true)
    this.index = this.remembered?.setting ?? 0
    this.first = this.remembered?.firstInView ?? 0
    for (const ref of ['Before', 'After'] as const) part(this.getByRef(ref)).texture = iconTexture(this.stage, 'down', SIGN_PX)
    this.draw()
    this.learnRegions()
  }

  memory(): SettingsMemory {
    return { setting: this.index, firstInView: this.first }
  }

  relocalise(): void {
    this.draw()
    this._refocus()
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.bars[this.index]
  }

  override _handleUp(): boolean {
    return this.isStanding ? this.change('before') : this.move(-1)
  }

  override _handleDown(): boolean {
    return this.isStanding ? this.change('after') : this.move(1)
  }

  override _handleLeft(): boolean {
    return this.isStanding ? this.move(-1) : this.change('before')
  }

  override _handleRight(): boolean {
    return this.isStanding ? this.move(1) : this.change('after')
  }

  override _handleEnter(): boolean {
    return this.change('press')
  }

  /** Past the first there is the header; past the last there is nothing. */
  private move(step: -1 | 1): boolean {
    const next = this.index + step
    if (next < 0) return false
    if (this.bars[next] !== undefined) this.index = next
    this.place(FOCUS.moveSeconds)
    this._refocus()
    return true
  }

  private change(side: 'before' | 'after' | 'press'): boolean {
    const wish = this.bars[this.index]?.row[side]
    if (wish !== undefined) this.fulfil(wish)
    return true
  }

  private fulfil(wish: SettingWish): void {
    const { boxMemory, controls, navigation, region, sleep } = this.services
    if (wish.kind === 'about' || wish.kind === 'kids') {
      navigation.open(wish.kind === 'about' ? DIAGNOSTICS_ROUTE : KIDS_ROUTE)
      return
    }
    if (wish.kind === 'locale') controls.chooseLocale(wish.locale)
    else if (wish.kind === 'captions') captionMemory(boxMemory).write(wish.choice)
    else if (wish.kind === 'sound') soundMemory(boxMemory).write(wish.choice)
    else if (wish.kind === 'sleep') sleep.choose(wish.minutes)
    else if (wish.kind === 'region') region.write(wish.code)
    else if (wish.kind === 'look') controls.chooseLook(wish.look)
    else controls.toggleReadAloud()
    this.relocalise()
    const row = this.bars[this.index]?.row
    if (row !== undefined) this.services.tell([row.value])
  }

  /** They come a moment later, as one row more; the focus stays on its row. */
  private learnRegions(): void {
    const shelf = this.services.catalogue.regions()
    if (shelf.known() !== undefined) return
    shelf.load().then(
      (answer) => {
        if (answer.kind === 'ok' && this.attached) this.relocalise()
      },
      (error: unknown) => {
        throw error
      },
    )
  }

  private draw(): void {
    const { boxMemory, controls, say, sleep, locale, region, catalogue, kids } = this.services
    const layout = SETTINGS[this.writing]
    const title = part(this.getByRef('Title'))
    title.show(say('tv:settings'), layout.title)
    title.patch({ x: layout.title.xPx, y: layout.title.yPx })
    const settings = {
      locale: locale(),
      languages: controls.languages(),
      captions: captionMemory(boxMemory).read(),
      sound: soundMemory(boxMemory).read(),
      look: currentLook(),
      reading: controls.reading(),
      sleepMinutes: sleep.minutes(),
      regions: leagues(catalogue.regions().known()?.items ?? [], locale()),
      region: region.read(),
      isForKids: kids.isOn(),
    }
    const rows = part(this.getByRef('Rows'))
    rows.patch({ x: layout.rows.xPx, y: layout.rows.yPx })
    const stoodOn = this.bars[this.index]?.ref
    this.setOut(settingRows(settings, say))
    const same = this.bars.findIndex(({ ref }) => ref === stoodOn)
    this.index = same === -1 ? Math.max(0, Math.min(this.index, this.bars.length - 1)) : same
    this.place(0)
  }

  /** Bars stay while their settings do, so that the focus on one of them rests. */
  private setOut(views: readonly SettingRow[]): void {
    const { row: layout } = SETTINGS[this.writing]
    const holder = part(this.getByRef('Rows'))
    if (views.map(({ ref }) => ref).join() !== this.bars.map(({ ref }) => ref).join()) {
      holder.children = views.map(({ ref }) => this.stage.c({ type: SettingBar, ref }))
    }
    for (const [at, view] of views.entries()) {
      this.bars[at]?.show(view, layout)
    }
  }

  /** Brings the row with the focus into view, within so many seconds; rows that have no room are not shown, but a sign that there are. */
  private place(duration: number): void {
    const { inView, row, before, after } = SETTINGS[this.writing]
    const count = this.bars.length
    this.first = firstInView(this.first, this.index, count, inView)
    const pitchPx = (this.isStanding ? row.widthPx : row.heightPx) + row.gapPx
    for (const [at, bar] of this.bars.entries()) {
      const isInView = at >= this.first && at < this.first + inView
      const alongPx = (at - this.first) * pitchPx
      bar.setSmooth('x', this.isStanding ? alongPx : 0, { duration })
      bar.setSmooth('y', this.isStanding ? 0 : alongPx, { duration })
      bar.setSmooth('alpha', isInView ? 1 : 0, { duration })
    }
    const [back, on] = this.isStanding ? [TURN.left, TURN.right] : [TURN.up, TURN.down]
    part(this.getByRef('Before')).patch({ x: before.xPx, y: before.yPx, rotation: back, visible: this.first > 0 })
    part(this.getByRef('After')).patch({ x: after.xPx, y: after.yPx, rotation: on, visible: this.first + inView < count })
  }

  private get writing(): Writing {
    return writingOf(this.services.locale())
  }

  private get isStanding(): boolean {
    return this.writing === 'vertical'
  }

  private get bars(): SettingBar[] {
    return part(this.getByRef('Rows')).children as SettingBar[] // `setOut` adds nothing else
  }
}
