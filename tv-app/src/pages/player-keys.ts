import { Lightning } from '@lightningjs/sdk'
import { describeControls, type Player } from '@ulan/player'
import type { EndPanel } from '../components/end-panel.ts'
import type { Notice } from '../components/notice.ts'
import type { Spinner } from '../components/spinner.ts'
import type { Transport } from '../components/transport.ts'
import { captionText } from '../data/caption-choice.ts'
import { planSeek, type SeekPlan } from '../data/seek-plan.ts'
import type { Route } from '../routes.ts'
import type { Film } from './film.ts'
import type { PageServices } from './page-services.ts'

export interface PlayerSpec extends Lightning.Component.TemplateSpec {
  services: PageServices
  route: Extract<Route, { page: 'play' }>
  Transport: typeof Transport
  Spinner: typeof Spinner
  EndPanel: typeof EndPanel
  Notice: typeof Notice
}

/** Controls stay this long after the last press; a held key is taken as one steer until this long after it. */
const CONTROLS_MS = 4500
const STEER_MS = 450

/** What each key of a remote means while a film is on. */
export abstract class PlayerKeys extends Lightning.Component<PlayerSpec> {
  declare services: PageServices
  declare route: PlayerSpec['route']
  declare protected player: Player | undefined
  declare protected film: Film

  /** Where the viewer is steering to, until the hand rests. */
  declare protected plan: SeekPlan | undefined
  declare private cancelHide: (() => void) | undefined
  declare private cancelSteer: (() => void) | undefined

  protected abstract drawTransport(): void
  /** True while buttons lie over the film: arrows and OK are theirs. */
  protected abstract hasPanel(): boolean

  override _handleEnter(): boolean {
    if (this.hasPanel()) return false
    const action = this.player === undefined ? 'none' : describeControls(this.player.state()).mainAction
    if (action === 'play' || action === 'pause') this.services.tell([this.services.say(`player:${action}`)])
    this.player?.toggle()
    this.wake()
    return true
  }

  override _handleLeft(): boolean {
    return !this.hasPanel() && this.steer(-1)
  }

  override _handleRight(): boolean {
    return !this.hasPanel() && this.steer(1)
  }

  /** The first press shows the controls, and with them how subtitles are shown; each one more shows them another way. */
  override _handleDown(): boolean {
    if (this.state === 'Steering' && this.film.captions() !== undefined) {
      this.film.stepCaptions()
      this.drawTransport()
      const captions = this.film.captions()
      if (captions !== undefined) this.services.tell([captionText(captions, this.services.say)])
    }
    this.wake()
    return true
  }

  _handlePlayPause(): boolean {
    return this._handleEnter()
  }

  _handlePlay(): boolean {
    this.player?.play()
    return true
  }

  _handlePause(): boolean {
    this.player?.pause()
    this.wake()
    return true
  }

  _handleRewind(): boolean {
    return this.steer(-1)
  }

  _handleFastForward(): boolean {
    return this.steer(1)
  }

  _handleStop(): boolean {
    this.services.navigation.back()
    return true
  }

  /** One press towards the start or the end. */
  private steer(direction: 1 | -1): boolean {
    const { player } = this
    if (player === undefined || !describeControls(player.state()).canSeek) return true
    this.plan = planSeek(this.plan, direction, player.state())
    this.wake()
    this.drawTransport()
    this.cancelSteer?.()
    this.cancelSteer = this.services.later(STEER_MS, () => {
      if (this.plan !== undefined) player.seek(this.plan.targetSeconds)
      this.plan = undefined
    })
    return true
  }

  /** Shows the controls for a while. */
  private wake(): void {
    if (this.hasPanel()) return
    this._setState('Steering')
    this.hideLater()
  }

  protected hideLater(): void {
    this.cancelHide?.()
    this.cancelHide = this.services.later(CONTROLS_MS, () => {
      if (this.state !== 'Steering') return
      if (this.player?.state().phase === 'paused') this.hideLater()
      else this._setState('Watching')
    })
  }

  protected keepControls(): void {
    this.cancelHide?.()
  }

  /** Nothing is to come any more of what was pressed. */
  protected rest(): void {
    this.cancelHide?.()
    this.cancelSteer?.()
  }
}
