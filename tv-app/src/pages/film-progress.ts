import type { Chapter, ProgrammeId } from '@ulan/contract'
import { type Player, type PlayerState, placeToResume } from '@ulan/player'
import type { PageServices } from './page-services.ts'

const SAVE_EVERY_SECONDS = 5

/** How far a film was watched, kept on this box, and how it played, told to the server. */
export class FilmProgress {
  readonly #services: PageServices
  readonly #id: ProgrammeId
  #savedSeconds = 0
  #chapters: readonly Chapter[] = []

  constructor(services: PageServices, id: ProgrammeId) {
    this.#services = services
    this.#id = id
  }

  know(chapters: readonly Chapter[]): void {
    this.#chapters = chapters
  }

  /** Keeps the place now and then, and that the film is over. */
  follow(state: PlayerState): void {
    if (state.phase === 'ended' || Math.abs(state.positionSeconds - this.#savedSeconds) >= SAVE_EVERY_SECONDS) this.#save(state)
  }

  /** The player is about to go. */
  leave(player: Player | undefined): void {
    if (player === undefined) return
    this.#save(player.state())
    const report = player.report()
    if (report !== undefined) this.#services.sendBeacon({ device: 'tv', programmeId: this.#id, ...report })
  }

  #save({ phase, positionSeconds, durationSeconds }: PlayerState): void {
    if (durationSeconds === 0 || phase === 'loading') return
    this.#savedSeconds = positionSeconds
    this.#services.resume.write(this.#id, phase === 'ended' ? 0 : placeToResume(this.#chapters, positionSeconds), durationSeconds)
  }
}
