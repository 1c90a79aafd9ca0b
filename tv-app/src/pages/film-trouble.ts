import type { ProgrammeId } from '@ulan/contract'
import type { FailureKind } from '@ulan/player'
import type { Notice } from '../components/notice.ts'
import type { Answer } from '../data/api-client.ts'
import { rethrow } from '../rethrow.ts'
import { noticeActions, noticeIcon, type Trouble } from './notice-actions.ts'
import type { PageServices } from './page-services.ts'

/** How soon after a lost line the film is asked for again, unseen, until somebody leaves. */
const RECONNECT_MS = 4000
/** A film that stands still for so long is slow. */
const SLOW_MS = 5000
/** How often a film asks whether it may still be shown. With the age an answer may have it is gone within a minute of being taken down. */
const ASK_EVERY_MS = 30_000

/** What keeps a film from going on: said in words, and tried again where that may help. */
export class FilmTrouble {
  readonly #notice: Notice
  readonly #services: PageServices
  readonly #id: ProgrammeId
  #trouble: Trouble | undefined
  #cancelReconnect: (() => void) | undefined
  #cancelAsk: (() => void) | undefined
  #cancelSlow: (() => void) | undefined
  #isOver = false

  constructor(notice: Notice, services: PageServices, id: ProgrammeId) {
    this.#notice = notice
    this.#services = services
    this.#id = id
  }

  /** Tells how the network is, as far as a film shows it. */
  follow(failure: FailureKind | undefined, isBusy: boolean): void {
    const { later, navigation } = this.#services
    if (!isBusy) {
      this.#cancelSlow?.()
      this.#cancelSlow = undefined
      navigation.reportNetwork(failure === 'network' ? 'lost' : 'there')
    }
    this.#cancelSlow ??= isBusy ? later(SLOW_MS, () => navigation.reportNetwork('slow', 'head')) : undefined
  }

  /** Says what it is; `reopen` is tried by itself after a lost line, and while a server that starts has no answer yet. */
  show(trouble: Trouble, reopen: () => void): void {
    this.#trouble = trouble
    this.draw()
    this.#cancelReconnect?.()
    if (trouble === 'network' || trouble === 'server') this.#cancelReconnect = this.#services.later(RECONNECT_MS, reopen)
  }

  /** The same in the language of now. */
  draw(): void {
    const trouble = this.#trouble
    if (trouble === undefined) return
    const { say } = this.#services
    const text = trouble === 'not-found' ? say('tv:failure.gone') : say(`tv:failure.${trouble}`)
    this.#notice.show(noticeIcon(trouble), text, noticeActions(say, trouble, false))
  }

  /** The notice is taken away. */
  clear(): void {
    this.#cancelReconnect?.()
  }

  /** A missing piece does not tell why it is missing; the programme's own address does. Undefined when the page was left. */
  async reasonOfMissing(): Promise<Trouble | undefined> {
    const answer = await this.#ask()
    if (this.#isOver) return undefined
    if (answer.kind === 'ok') return 'media'
    return answer.kind === 'failed' ? answer.failure : undefined
  }

  /** Asks now and then whether the film may still be shown; calls back, once, when it may not. */
  watch(gone: () => void): void {
    this.#cancelAsk?.()
    this.#cancelAsk = this.#services.later(ASK_EVERY_MS, () => {
      this.#ask().then((answer) => {
        if (this.#isOver) return
        if (answer.kind === 'failed' && answer.failure === 'not-found') gone()
        else this.watch(gone)
      }, rethrow)
    })
  }

  /** The page is left. */
  leave(): void {
    this.#isOver = true
    this.#cancelSlow?.()
    this.#cancelReconnect?.()
    this.#cancelAsk?.()
  }

  #ask(): Promise<Answer<unknown>> {
    return this.#services.catalogue.playback(this.#id).load()
  }
}
