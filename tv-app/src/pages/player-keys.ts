import { Lightning } from '@lightningjs/sdk'
import { describeControls, type Player } from '@ulan/player'
import type { EndPanel } from '../components/end-panel.ts'
import type { Notice } from '../components/notice.ts'
import type { Spinner } from '../components/spinner.ts'
import type { Transport } from '../components/transport.ts'
import { captionText } from '../data/caption-choice.ts'
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

/** What each key of a remote means while a film is on. */
export abstract class PlayerKeys extends Lightning.Component<PlayerSpec> {
  declare services: PageServices
  declare route: PlayerSpec['route']
  declare protected player: Player | undefined
  declare protected film: Film

  /** One press towards the start or the end. */
  protected abstract steer(direction: 1 | -1): boolean
  /** Shows the controls for a while. */
  protected abstract wake(): void
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
}
