import type { Beacon, Chapter, ProgrammeId } from '@ulan/contract'
import { type Player, type PlayerState, placeToResume } from '@ulan/player'
import { createPlayReports, type PlayReports } from '../data/play-reports.ts'
import type { PageServices } from './page-services.ts'

const SAVE_EVERY_SECONDS = 5

/** How far a film was watched, kept on this box, and how it played, told to the server. */
export class FilmProgress {
  readonly #services: PageServices
  readonly #id: ProgrammeId
  readonly #reports: PlayReports
  #savedSeconds = 0
  #chapters: readonly Chapter[] = []

  constructor(services: PageServices, id: ProgrammeId) {
    this.#services = services
    this.#id = id
    this.#reports = createPlayReports(services.boxMemory, services.sendBeacon)
  }

  know(chapters: readonly Chapter[]): void {
    this.#chapters = chapters
  }

  /** Keeps the place and the report now and then, and that the film is over. */
  follow(player: Player): void {
    const state = player.state()
    if (state.phase !== 'ended' && Math.abs(state.positionSeconds - this.#savedSeconds) < SAVE_EVERY_SECONDS) return
    if (this.#save(state)) this.#report(player, this.#reports.keep)
  }

  /** The player is about to go. */
  leave(player: Player | undefined): void {
    if (player === undefined) return
    this.#save(player.state())
    this.#report(player, this.#reports.tell)
  }

  #report(player: Player, to: (beacon: Beacon) => void): void {
    const report = player.report()
    if (report !== undefined) to({ device: 'tv', programmeId: this.#id, ...report })
  }

  /** False while there is no place yet. */
  #save({ phase, positionSeconds, durationSeconds }: PlayerState): boolean {
    if (durationSeconds === 0 || phase === 'loading') return false
    this.#savedSeconds = positionSeconds
    this.#services.resume.write(this.#id, phase === 'ended' ? 0 : placeToResume(this.#chapters, positionSeconds), durationSeconds)
    return true
  }
}
