import type { Lightning } from '@lightningjs/sdk'
import type { Chapter, ProgrammeDetail } from '@ulan/contract'
import { type ChapterSpan, chapterSpans } from '@ulan/player'
import type { ActionRow } from '../components/action-row.ts'
import { chapterActions, chapterTarget } from '../data/chapter-view.ts'
import { type PressSettle, startSettle, takePress } from '../data/press-settle.ts'
import { BROWSE, writingOf } from '../layout.ts'
import { PLAYER } from '../player-layout.ts'
import type { Film } from './film.ts'
import type { PageServices } from './page-services.ts'

/** What a film lies under: nothing, its controls, or something that leaves no room for buttons. */
export type FilmCover = 'nothing' | 'controls' | 'panel'

/** The chapters of a film: its buttons past the opening, to the law, and on from the credits; and the marks on its time line. */
export class FilmChapters {
  readonly #row: ActionRow
  readonly #services: PageServices
  readonly #film: Pick<Film, 'captions'>
  readonly #changed: () => void
  #chapters: readonly Chapter[] = []
  #programme: ProgrammeDetail | undefined
  #spans: { readonly durationSeconds: number; readonly spans: readonly ChapterSpan[] } = { durationSeconds: 0, spans: [] }
  #seconds = 0
  #cover: FilmCover = 'panel'
  #isLit = false
  /** What the row was asked to show last. */
  #shown = ''
  #settle: PressSettle

  /** `changed` is called when other buttons are there than before, or the focus belongs elsewhere. */
  constructor(row: ActionRow, film: Pick<Film, 'captions'>, services: PageServices, changed: () => void) {
    this.#row = row
    this.#film = film
    this.#services = services
    this.#changed = changed
    this.#settle = startSettle(services.now().getTime())
  }

  /** Buttons lie over the film. */
  get areButtonsShown(): boolean {
    return this.#shown !== ''
  }

  /** The viewer went up from the time line to the buttons: arrows and OK are theirs. */
  get isLit(): boolean {
    return this.#isLit
  }

  know(chapters: readonly Chapter[]): void {
    this.#chapters = chapters
    this.#spans = { durationSeconds: 0, spans: [] }
    this.draw()
  }

  /** What the film leads on to. */
  leadTo(programme: ProgrammeDetail): void {
    this.#programme = programme
    this.draw()
  }

  follow(seconds: number): void {
    this.#seconds = seconds
    this.draw()
  }

  lieUnder(cover: FilmCover): void {
    this.#cover = cover
    this.#isLit = false
    this.draw()
  }

  /** Where they lie on a time line of this length; the same value until something else is to be drawn. */
  spans(durationSeconds: number): readonly ChapterSpan[] {
    if (this.#spans.durationSeconds !== durationSeconds) {
      this.#spans = { durationSeconds, spans: chapterSpans(this.#chapters, durationSeconds) }
    }
    return this.#spans.spans
  }

  /** Over the film alone OK skips; with the controls it stays the film's own until somebody goes up to the buttons. */
  focus(): Lightning.Component | undefined {
    return this.areButtonsShown && (this.#cover === 'nothing' || this.#isLit) ? this.#row : undefined
  }

  /** ↑ from the time line: true where it went to the buttons, false where it is to go on to the header. */
  climb(): boolean {
    const mayClimb = this.areButtonsShown && !this.#isLit
    this.#light(mayClimb)
    return mayClimb
  }

  /** ↓ from the buttons: true where there was somebody to come down. */
  descend(): boolean {
    const wasLit = this.#isLit
    this.#light(false)
    return wasLit
  }

  /** Where a button leads from here, s. */
  targetOf(ref: string): number | undefined {
    return chapterTarget(this.#chapters, ref, this.#seconds)
  }

  /** False for a press on its way when the buttons came: it was meant for the film, and must not lead away from it. */
  isMeant(): boolean {
    const { isMeant, settle } = takePress(this.#settle, this.#services.now().getTime())
    this.#settle = settle
    return isMeant
  }

  /** Also after the language of the screen has changed. */
  draw(): void {
    const { say, locale } = this.#services
    const moment = { seconds: this.#seconds, areControlsShown: this.#cover === 'controls' }
    const actions = this.#cover === 'panel' ? [] : chapterActions({ chapters: this.#chapters, programme: this.#programme }, moment, say)
    const hasCaptions = this.#film.captions() !== undefined
    const shown = actions.map(({ ref }) => `${ref} ${locale()} ${hasCaptions}`).join(' ')
    if (shown === this.#shown) return
    const litRef = this.#isLit ? this.#row.focusedAction?.ref : undefined
    this.#shown = shown
    this.#settle = startSettle(this.#services.now().getTime())
    const writing = writingOf(locale())
    const { endXPx, endYPx, besideCaptionsPx } = PLAYER.chapters[writing]
    this.#row.show(actions, BROWSE[writing].hero.button)
    this.#row.patch({ visible: actions.length > 0, x: endXPx - (hasCaptions ? besideCaptionsPx : 0), y: endYPx })
    // What was lit has gone: a press that is on its way must not do something else.
    const at = actions.findIndex(({ ref }) => ref === litRef)
    this.#isLit = at >= 0
    this.#row.moveTo(Math.max(0, at))
    this.#changed()
  }

  #light(isLit: boolean): void {
    if (isLit === this.#isLit) return
    this.#isLit = isLit
    this.#changed()
  }
}
