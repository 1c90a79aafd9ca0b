import { Lightning } from '@lightningjs/sdk'
import type { SoundLanguage } from '@ulan/contract'
import { describeControls, type Player } from '@ulan/player'
import type { ActionView } from '../data/browse-view.ts'
import { captionText } from '../data/caption-choice.ts'
import { clockText } from '../data/card-view.ts'
import { planSeek, type SeekPlan } from '../data/seek-plan.ts'
import { soundFor, soundMemory } from '../data/sound-choice.ts'
import type { Film } from './film.ts'
import type { FilmChapters } from './film-chapters.ts'
import type { PageServices } from './page-services.ts'
import type { PlayerSpec } from './player-parts.ts'

/** Controls stay this long after the last press; a held key is taken as one steer until this long after it. */
const CONTROLS_MS = 4500
const STEER_MS = 450

/** What each key of a remote means while a film is on. */
export abstract class PlayerKeys extends Lightning.Component<PlayerSpec> {
  declare services: PageServices
  declare route: PlayerSpec['route']
  declare protected player: Player | undefined
  declare protected film: Film
  declare protected chapters: FilmChapters

  /** Where the viewer is steering to, until the hand rests. */
  declare protected plan: SeekPlan | undefined
  declare private cancelHide: (() => void) | undefined
  declare private cancelSteer: (() => void) | undefined

  protected abstract drawTransport(): void

  /** The buttons of the chapters, where they have the focus; else the film itself. */
  override _getFocused(): Lightning.Component | undefined {
    return this.chapters.focus()
  }

  override _handleEnter(): boolean {
    if (this.hasPanel()) return false
    const action = this.player === undefined ? 'none' : describeControls(this.player.state()).mainAction
    if (action === 'play' || action === 'pause') this.services.tell([this.services.say(`player:${action}`)])
    this.player?.toggle()
    this.wake()
    return true
  }

  override _handleLeft(): boolean {
    return this.chapters.isLit || (!this.hasPanel() && this.steer(-1))
  }

  override _handleRight(): boolean {
    return this.chapters.isLit || (!this.hasPanel() && this.steer(1))
  }

  /** The first press shows the controls, and with them how subtitles are shown; each one more shows them another way. */
  override _handleDown(): boolean {
    if (this.chapters.descend()) return true
    if (this.state === 'Steering' && this.film.captions() !== undefined) {
      this.film.stepCaptions()
      this.drawTransport()
      const captions = this.film.captions()
      if (captions !== undefined) this.services.tell([captionText(captions, this.services.say)])
    }
    this.wake()
    return true
  }

  /** Past the opening, to where the law is explained, or on from the credits. */
  chooseChapter({ ref, target }: ActionView): void {
    if (target.kind === 'open') {
      if (this.chapters.isMeant()) this.services.navigation.replace(target.route)
      return
    }
    const seconds = this.chapters.targetOf(ref)
    if (seconds === undefined) return
    this.cancelSteer?.()
    this.plan = undefined
    this.player?.seek(seconds)
    this.services.tell([clockText(seconds)])
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
      // A steer may end where it began: then nothing of the film changes that would draw it anew.
      this.drawTransport()
    })
    return true
  }

  /** Nobody has a key for the sound alone: the settings have it. */
  protected wishedSound(): SoundLanguage {
    return soundFor(soundMemory(this.services.boxMemory).read(), this.services.locale())
  }

  /** True while a panel lies over the film: arrows and OK are its own. */
  private hasPanel(): boolean {
    return this.state === 'Over' || this.state === 'Broken'
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
      if (this.player?.state().phase !== 'paused') this._setState('Watching')
      else {
        // Nothing of a film that stands tells that it is a minute later.
        this.drawTransport()
        this.hideLater()
      }
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
