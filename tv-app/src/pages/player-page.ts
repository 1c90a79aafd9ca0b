import type { Lightning } from '@lightningjs/sdk'
import type { ProgrammeDetail } from '@ulan/contract'
import { createPlayer, describeControls, type FailureKind, type PlayerState } from '@ulan/player'
import { part } from '../components/part.ts'
import type { ActionView } from '../data/browse-view.ts'
import { captionMemory, captionText } from '../data/caption-choice.ts'
import { timeOfDay } from '../data/time-of-day.ts'
import { writingOf } from '../layout.ts'
import type { PageMemory } from '../routes.ts'
import { FILM_LESSONS } from '../text/film-texts.ts'
import { addFilm } from './film.ts'
import { FilmAllowance } from './film-allowance.ts'
import { FilmChapters, type FilmCover } from './film-chapters.ts'
import { FilmEnd } from './film-end.ts'
import { FilmProgress } from './film-progress.ts'
import { FilmTrouble } from './film-trouble.ts'
import type { Trouble } from './notice-actions.ts'
import type { PageContract } from './page-services.ts'
import { PlayerKeys } from './player-keys.ts'
import { type PlayerSpec, playerTemplate } from './player-parts.ts'

/** The film, and what lies over it. */
export class PlayerPage extends PlayerKeys implements PageContract {
  declare private programme: ProgrammeDetail | undefined
  declare private progress: FilmProgress
  declare private trouble: FilmTrouble
  declare private end: FilmEnd
  declare private allowance: FilmAllowance

  static override _template(): Lightning.Component.Template<PlayerSpec> {
    return playerTemplate()
  }

  override _init(): void {
    for (const lesson of FILM_LESSONS) this.services.teach(lesson)
    this.progress = new FilmProgress(this.services, this.route.id)
    this.end = new FilmEnd(part(this.getByRef('EndPanel')), this.services, this.route.unattended ?? 0)
    this.trouble = new FilmTrouble(part(this.getByRef('Notice')), this.services, this.route.id)
    this.allowance = new FilmAllowance(this.services, this.route.id, () => this.player?.pause())
    this.film = addFilm(this.services.locale(), captionMemory(this.services.boxMemory))
    this.chapters = new FilmChapters(part(this.getByRef('Chapters')), this.film, this.services, () => this.makeRoom())
    this.services.navigation.showHeader(false)
    this._setState('Opening')
    this.readProgramme()
    this.open().catch(this.fail)
  }

  override _detach(): void {
    this.rest()
    this.end.leave()
    this.trouble.leave()
    this.allowance.keep()
    this.progress.leave(this.player)
    this.player?.destroy()
    this.player = undefined
    this.film.remove()
  }

  /** Takes no key from whatever has the focus, while nothing else is said; but somebody is there. */
  override _captureKey(_event: KeyboardEvent): boolean {
    this.end.stay()
    if (this.chapters.isLit) this.hideLater()
    return false
  }

  /** Whoever goes to the header has found the remote. */
  override _unfocus(): void {
    this.end.stay()
  }

  memory(): PageMemory | undefined {
    return undefined
  }

  relocalise(): void {
    const locale = this.services.locale()
    this.film.relocalise(locale)
    this.chapters.draw()
    this.player?.chooseSound(this.wishedSound())
    this.readProgramme()
    this.drawTransport()
    if (this.state === 'Over') this.drawEnd()
    if (this.state === 'Broken') this.trouble.draw()
    if (this.state === 'Watching') this._setState('Steering')
  }

  isPlaying(): boolean {
    if (this.state === 'Over') return this.end.isCounting
    return this.player !== undefined && describeControls(this.player.state()).mainAction === 'pause'
  }

  pause(): void {
    this.end.stay()
    this.player?.pause()
  }

  chooseAction(action: ActionView): void {
    const { navigation } = this.services
    if (action.target.kind === 'open') navigation.replace(action.target.route)
    else if (action.ref === 'Replay') this.replay()
    else if (action.ref === 'Retry') this.tryAgain()
    else navigation.back()
  }

  static override _states(): Lightning.Component.Constructor[] {
    return [
      class Opening extends this {
        override $enter(): void {
          this.light({ spinner: true, transport: false })
        }
      },
      class Watching extends this {
        override $enter(): void {
          this.services.navigation.showHeader(false)
          this.light({ transport: false })
        }
        /** The app takes this press too: the language is one press away here as anywhere. */
        override _handleUp(): boolean {
          this._setState('Steering')
          return false
        }
      },
      class Steering extends this {
        override $enter(): void {
          this.services.navigation.showHeader(true)
          this.light({ transport: true })
          this.hideLater()
        }
        override $exit(): void {
          this.keepControls()
        }
        override _handleUp(): boolean {
          return this.chapters.climb()
        }
      },
      class Over extends this {
        override $enter(): void {
          this.services.navigation.showHeader(true)
          this.light({ panel: 'EndPanel' })
          this.end.begin(this.programme)
        }
        override $exit(): void {
          this.end.leave()
        }
        override _getFocused(): Lightning.Component | undefined {
          return part(this.getByRef('EndPanel'))
        }
        override _captureKey(event: KeyboardEvent): boolean {
          return !this.end.isMeant(event)
        }
      },
      class Broken extends this {
        override $enter(): void {
          this.services.navigation.showHeader(true)
          this.light({ panel: 'Notice' })
        }
        override $exit(): void {
          this.trouble.clear()
        }
        override _getFocused(): Lightning.Component | undefined {
          return part(this.getByRef('Notice'))
        }
      },
    ]
  }

  private async open(): Promise<void> {
    if (this.allowance.isOver()) return
    const askedAtMs = performance.now()
    const [player, answer] = await Promise.all([
      this.player ?? createPlayer(this.film.video, { profile: this.services.profile.player, memory: this.services.boxMemory }),
      this.services.catalogue.playback(this.route.id).load(),
    ])
    if (!this.attached) return player.destroy()
    if (this.player === undefined) player.subscribe((state) => this.follow(state))
    this.player = player
    if (answer.kind !== 'ok') return answer.kind === 'failed' ? this.stop(answer.failure) : undefined
    this.trouble.watch(() => this.withdraw())
    this.film.showSubtitles(answer.value.subtitles)
    this.film.fetchPictures(answer.value.storyboardUrl)
    for (const marked of [this.chapters, this.progress]) marked.know(answer.value.chapters ?? [])
    const startSeconds = this.route.fromStart ? 0 : this.services.resume.read(this.route.id)
    const playlistUrl = new URL(answer.value.playlistUrl, document.baseURI).href
    player.load({ playlistUrl, startSeconds, soundLanguage: this.wishedSound(), askedAtMs })
  }

  private readProgramme(): void {
    const shelf = this.services.catalogue.programme(this.route.id, this.services.locale())
    this.programme = shelf.known() ?? this.programme
    this.drawTransport()
    shelf.load().then((answer) => {
      if (answer.kind !== 'ok' || !this.attached) return
      this.programme = answer.value
      this.chapters.leadTo(answer.value)
      this.drawTransport()
      if (this.state === 'Over') this.drawEnd()
    }, this.fail)
  }

  private follow(state: PlayerState): void {
    if (this.allowance.follow(state)) return
    const controls = describeControls(state)
    part(this.getByRef('Spinner')).visible = controls.isBusy && this.state !== 'Broken'
    this.drawTransport()
    this.chapters.follow(state.positionSeconds)
    if (this.player !== undefined) this.progress.follow(this.player)
    if (state.phase === 'ended') {
      if (this.state !== 'Over') this._setState('Over')
    } else if (state.phase === 'failed') {
      this.stopAfter(state.failure?.kind ?? 'media')
    } else if (state.phase === 'playing' && ['Opening', 'Broken', 'Over'].includes(this.state)) {
      this._setState('Watching')
    } else if (state.phase === 'paused' && ['Opening', 'Watching'].includes(this.state)) {
      this._setState('Steering')
    }
    this.trouble.follow(state.failure?.kind, controls.isBusy)
  }

  private replay(): void {
    this._setState('Opening')
    this.player?.seek(0)
    this.player?.play()
  }

  private tryAgain(): void {
    this._setState('Opening')
    this.reopen()
  }

  private reopen(): void {
    if (this.player?.state().failure?.canRetry === true) this.player.retry()
    else this.open().catch(this.fail)
  }

  protected override drawTransport(): void {
    const state = this.player?.state()
    const captions = this.film.captions()
    part(this.getByRef('Transport')).show({
      writing: writingOf(this.services.locale()),
      title: this.programme?.title,
      captions: captions === undefined ? undefined : captionText(captions, this.services.say),
      isPaused: state?.phase === 'paused',
      preview: this.plan && this.film.pictureAt(this.plan.targetSeconds),
      positionSeconds: this.plan?.targetSeconds ?? state?.positionSeconds ?? 0,
      durationSeconds: state?.durationSeconds ?? 0,
      chapters: this.chapters.spans(state?.durationSeconds ?? 0),
      bufferedEndSeconds: state?.bufferedEndSeconds ?? 0,
      timeOfDay: timeOfDay(this.services.now()),
    })
  }

  private drawEnd(): void {
    this.end.draw(this.programme)
    this._refocus()
  }

  /** Says why there is no picture. */
  private stop(trouble: Trouble): void {
    this.trouble.show(trouble, () => this.reopen())
    if (this.state !== 'Broken') this._setState('Broken')
  }

  private stopAfter(kind: FailureKind): void {
    if (kind !== 'gone') this.stop(kind)
    else void this.trouble.reasonOfMissing().then((reason) => reason && this.stop(reason), this.fail)
  }

  /** It may not be shown any more: neither the picture that stands nor what is said in it. */
  private withdraw(): void {
    this.progress.leave(this.player)
    this.player?.destroy()
    this.player = undefined
    this.film.showSubtitles([])
    this.stop('gone')
  }

  /** Subtitles keep clear of what lies over the film, and the focus goes where it belongs. */
  private makeRoom(): void {
    this.film.leaveControls(this.state === 'Steering', this.chapters.areButtonsShown)
    this._refocus()
  }

  private light(on: { spinner?: boolean; transport?: boolean; panel?: 'EndPanel' | 'Notice' }): void {
    if (on.spinner !== undefined || on.panel !== undefined) part(this.getByRef('Spinner')).visible = on.spinner === true
    const cover: FilmCover = on.transport === true ? 'controls' : on.spinner === true || on.panel !== undefined ? 'panel' : 'nothing'
    this.chapters.lieUnder(cover)
    this.film.leaveControls(on.transport === true, this.chapters.areButtonsShown)
    part(this.getByRef('Transport')).setSmooth('alpha', on.transport === true ? 1 : 0, { duration: 0.18 })
    for (const ref of ['EndPanel', 'Notice'] as const) part(this.getByRef(ref)).visible = ref === on.panel
  }

  private fail = (error: unknown): never => {
    throw error
  }
}
