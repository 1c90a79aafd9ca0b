import { Lightning } from '@lightningjs/sdk'
import { Notice } from '../components/notice.ts'
import { part } from '../components/part.ts'
import { SearchDesk } from '../components/search-desk.ts'
import type { Answer, Failure } from '../data/api-client.ts'
import type { Direction } from '../data/browse-focus.ts'
import type { ActionView } from '../data/browse-view.ts'
import { digitOf, type PadKey, padKey, pressKey } from '../data/letter-pad.ts'
import { FIRST_KEY, moveSearchFocus, settleSearchFocus } from '../data/search-focus.ts'
import { deskTexts, resultTexts, type SearchView } from '../data/search-view.ts'
import { createTypedQuestion, type TypedQuestion } from '../data/typed-question.ts'
import { writingOf } from '../layout.ts'
import type { SearchFocus, SearchMemory } from '../routes.ts'
import { SEARCH_LAYOUT, type SearchLayout } from '../search-layout.ts'
import { SEARCH_TEXTS } from '../text/search-texts.ts'
import { noticeActions, noticeIcon } from './notice-actions.ts'
import type { PageContract, PageServices } from './page-services.ts'
import { searchSource } from './search-source.ts'

interface SearchSpec extends Lightning.Component.TemplateSpec {
  services: PageServices
  remembered: SearchMemory | undefined
  Desk: typeof SearchDesk
  Notice: typeof Notice
}

/** Time for the next letter, before the letters so far are asked for. */
const TYPING_MS = 300
const RECONNECT_MS = 4000

/** Letters on the left, what fits them on the right. */
export class SearchPage extends Lightning.Component<SearchSpec> implements PageContract {
  declare services: PageServices
  declare remembered: SearchMemory | undefined
  declare private letters: string
  declare private focus: SearchFocus
  /** What is shown; while the next answer is on its way, still that to the letters before. */
  declare private view: SearchView | undefined
  declare private shownJson: string
  declare private question: TypedQuestion<SearchView>

  static override _template(): Lightning.Component.Template<SearchSpec> {
    return {
      Desk: { type: SearchDesk },
      Notice: { type: Notice, visible: false, signals: { choose: 'chooseAction' } },
    }
  }

  override _init(): void {
    this.services.teach(SEARCH_TEXTS)
    this.letters = this.remembered?.letters ?? ''
    this.focus = this.remembered?.focus ?? FIRST_KEY
    this.question = createTypedQuestion(this.services.later, (answer) => this.take(answer))
    this.services.navigation.showHeader(true)
    this._setState('Typing')
    this.drawDesk()
    this.lookUp(0)
  }

  override _detach(): void {
    this.question.stop()
  }

  memory(): SearchMemory {
    return { letters: this.letters, focus: this.focus }
  }

  relocalise(): void {
    this.drawDesk()
    this.lookUp(0)
  }

  chooseAction(action: ActionView): void {
    if (action.ref === 'Retry') this.lookUp(0)
    else this.services.navigation.back()
  }

  static override _states(): Lightning.Component.Constructor[] {
    return [
      class Typing extends this {
        override $enter(): void {
          this.show('Desk')
        }
        override _getFocused(): Lightning.Component | undefined {
          return this.desk
        }
        override _handleLeft(): boolean {
          return this.move('left')
        }
        override _handleRight(): boolean {
          return this.move('right')
        }
        override _handleUp(): boolean {
          return this.move('up')
        }
        override _handleDown(): boolean {
          return this.move('down')
        }
        override _handleEnter(): void {
          this.press()
        }
        /** Number keys type wherever the focus is: the server knows which letters stand on them. */
        override _handleKey(event: KeyboardEvent): boolean {
          const letter = digitOf(event.keyCode)
          if (letter !== undefined) this.type({ kind: 'letter', letter })
          return letter !== undefined
        }
      },
      class Stuck extends this {
        override $enter(): void {
          this.show('Notice')
        }
        override _getFocused(): Lightning.Component | undefined {
          return part(this.getByRef('Notice'))
        }
      },
    ]
  }

  private press(): void {
    const { area, row, column, result } = this.settled
    if (area === 'results') {
      const target = this.view?.cards[result]?.target
      if (target?.kind === 'open') this.services.navigation.open(target.route)
      return
    }
    this.type(padKey(row, column))
  }

  private type(key: PadKey): void {
    const letters = pressKey(this.letters, key)
    if (letters === this.letters) return
    this.letters = letters
    this.focus = { ...this.focus, result: 0 }
    this.desk.showLetters(letters)
    // One by one: together they would be read as a word.
    this.services.tell([{ text: [...letters].join('，'), locale: 'zh-Hans' }])
    this.lookUp(letters === '' ? 0 : TYPING_MS)
  }

  private move(direction: Direction): boolean {
    const { settled } = this
    const next = moveSearchFocus(settled, direction, { count: this.count, columns: this.layout.results.columns })
    if (next === undefined) return false
    this.focus = next
    this.desk.focusOn(next)
    return true
  }

  /** Shows what is known of the letters, and asks after so many ms where that is nothing, or old. */
  private lookUp(pauseMs: number): void {
    const source = searchSource(this.letters, this.services)
    const known = source.known()
    if (known !== undefined) this.draw(known)
    if (known === undefined || !source.isFresh()) this.question.ask(source, pauseMs)
    else this.question.stop()
  }

  private take(answer: Answer<SearchView>): void {
    if (answer.kind === 'aborted') return
    this.services.navigation.reportNetwork(answer.kind === 'failed' && answer.failure === 'network' ? 'lost' : 'there')
    if (answer.kind === 'ok') {
      this.draw(answer.value)
      return
    }
    const source = searchSource(this.letters, this.services)
    this.question.ask(source, RECONNECT_MS)
    if (source.known() === undefined) this.showFailure(answer.failure)
  }

  private showFailure(failure: Failure): void {
    const { say } = this.services
    part(this.getByRef('Notice')).show(noticeIcon(failure), say(`tv:failure.${failure}`), noticeActions(say, failure, false))
    this._setState('Stuck')
  }

  /** All but the results: it changes with the locale only. */
  private drawDesk(): void {
    this.desk.show(deskTexts(this.services.say), this.layout)
    this.desk.showLetters(this.letters)
    if (this.view !== undefined) this.desk.showResults(this.view, this.settled.result)
    this.desk.focusOn(this.settled)
  }

  private draw(view: SearchView): void {
    const json = JSON.stringify([this.services.locale(), view])
    if (json !== this.shownJson) {
      this.shownJson = json
      this.view = view
      this.focus = settleSearchFocus(this.focus, view.cards.length)
      this.desk.showResults(view, this.focus.result)
      this.services.tell(resultTexts(view, this.services.say))
      this.desk.focusOn(this.focus)
    }
    this._setState('Typing')
    this._refocus()
  }

  private show(ref: 'Desk' | 'Notice'): void {
    for (const name of ['Desk', 'Notice'] as const) part(this.getByRef(name)).visible = name === ref
  }

  /** Where the focus is now: results remembered from before may still be on their way. */
  private get settled(): SearchFocus {
    return settleSearchFocus(this.focus, this.count)
  }

  private get count(): number {
    return this.view?.cards.length ?? 0
  }

  private get layout(): SearchLayout {
    return SEARCH_LAYOUT[writingOf(this.services.locale())]
  }

  private get desk(): SearchDesk {
    return part(this.getByRef('Desk'))
  }
}
