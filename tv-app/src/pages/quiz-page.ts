import { Lightning } from '@lightningjs/sdk'
import { isVertical, type Locale, type LocalText, type PlayableQuestion, type PlayableQuiz } from '@ulan/contract'
import {
  answerQuestion,
  attemptOf,
  currentQuestion,
  makeAttemptId,
  nextQuestion,
  optionMark,
  type QuizRun,
  startQuizRun,
} from '@ulan/player'
import { Label } from '../components/label.ts'
import { Notice } from '../components/notice.ts'
import { OptionList } from '../components/option-list.ts'
import { part } from '../components/part.ts'
import { ResultPanel } from '../components/result-panel.ts'
import { Spinner } from '../components/spinner.ts'
import { VerdictPanel } from '../components/verdict-panel.ts'
import type { Failure } from '../data/api-client.ts'
import type { ActionView } from '../data/browse-view.ts'
import { optionViews, resultView, verdictView } from '../data/quiz-view.ts'
import { SCREEN, type Writing } from '../layout.ts'
import { QUIZ, type QuizLayout } from '../quiz-layout.ts'
import type { PageMemory, Route } from '../routes.ts'
import { QUIZ_LESSONS } from '../text/answers-texts.ts'
import { COLOURS } from '../theme.ts'
import { noticeActions, noticeIcon } from './notice-actions.ts'
import type { PageContract, PageServices } from './page-services.ts'

interface QuizSpec extends Lightning.Component.TemplateSpec {
  services: PageServices
  route: QuizRoute
  Progress: typeof Label
  Question: typeof Label
  Options: typeof OptionList
  Verdict: typeof VerdictPanel
  Result: typeof ResultPanel
  Spinner: typeof Spinner
  Notice: typeof Notice
}
const LAYERS = ['Progress', 'Question', 'Options', 'Verdict', 'Result', 'Spinner', 'Notice'] as const
type QuizRoute = Extract<Route, { page: 'quiz' }>

/** Three questions on what was just seen; it teaches, so every answer is explained. */
export class QuizPage extends Lightning.Component<QuizSpec> implements PageContract {
  declare services: PageServices
  declare route: QuizRoute
  declare private run: QuizRun | undefined

  static override _template(): Lightning.Component.Template<QuizSpec> {
    return {
      Progress: { type: Label },
      Question: { type: Label },
      Options: { type: OptionList },
      Verdict: { type: VerdictPanel, visible: false },
      Result: { type: ResultPanel, visible: false, signals: { choose: 'chooseAction' } },
      Spinner: { type: Spinner, x: SCREEN.widthPx / 2, y: SCREEN.heightPx / 2 },
      Notice: { type: Notice, visible: false, signals: { choose: 'chooseAction' } },
    }
  }

  override _init(): void {
    for (const lesson of QUIZ_LESSONS) this.services.teach(lesson)
    this.services.navigation.showHeader(true)
    this._setState('Opening')
    this.load()
  }

  memory(): PageMemory | undefined {
    return undefined
  }

  /** As a `Speaker`: the question is what its answers stand under. */
  spoken(): readonly (LocalText | undefined)[] {
    const { run } = this
    const question = run === undefined ? undefined : currentQuestion(run)
    return run === undefined || question === undefined ? [] : [this.progressText(run), question.text]
  }

  relocalise(): void {
    this.load()
  }

  chooseAction(action: ActionView): void {
    if (action.ref === 'Again' && this.run !== undefined) this.start(this.run.quiz)
    else if (action.ref === 'Retry') this.load()
    else if (action.target.kind === 'open') this.services.navigation.replace(action.target.route)
    else this.services.navigation.back()
  }

  static override _states(): Lightning.Component.Constructor[] {
    return [
      class Opening extends this {},
      class Asking extends this {
        override $enter(): void {
          this.draw()
        }
        override _getFocused(): Lightning.Component | undefined {
          return this.options
        }
        override _handleUp(): boolean {
          return this.writing === 'horizontal' && this.options.moveBy(-1)
        }
        override _handleDown(): boolean {
          return this.writing === 'horizontal' && this.options.moveBy(1)
        }
        override _handleLeft(): boolean {
          return this.writing === 'vertical' && this.options.moveBy(-1)
        }
        override _handleRight(): boolean {
          return this.writing === 'vertical' && this.options.moveBy(1)
        }
        override _handleEnter(): void {
          this.answer()
        }
      },
      class Explaining extends this {
        override $enter(): void {
          this.draw()
        }
        override _getFocused(): Lightning.Component | undefined {
          return part(this.getByRef('Verdict'))
        }
        override _handleEnter(): void {
          this.goOn()
        }
      },
      class Finished extends this {
        override $enter(): void {
          this.draw()
        }
        override _getFocused(): Lightning.Component | undefined {
          return part(this.getByRef('Result'))
        }
      },
      class Stuck extends this {
        override $enter(): void {
          this.light('Notice')
        }
        override _getFocused(): Lightning.Component | undefined {
          return part(this.getByRef('Notice'))
        }
      },
    ]
  }

  private load(): void {
    const shelf = this.services.catalogue.programme(this.route.id, this.services.locale())
    const known = shelf.known()?.quiz
    if (known !== undefined) {
      this.take(known)
      return
    }
    shelf.load().then(
      (answer) => {
        if (!this.attached || answer.kind === 'aborted') return
        if (answer.kind === 'failed') this.refuse(answer.failure)
        else if (answer.value.quiz === undefined) this.refuse('not-found')
        else this.take(answer.value.quiz)
      },
      (error: unknown) => {
        throw error
      },
    )
  }

  /** The same quiz in another locale goes on where it was; the first time it starts. */
  private take(quiz: PlayableQuiz): void {
    if (this.run === undefined) {
      this.start(quiz)
      return
    }
    this.run = { ...this.run, quiz }
    this.draw()
    this._refocus()
  }

  private start(quiz: PlayableQuiz): void {
    this.run = startQuizRun(quiz, makeAttemptId(this.services.randomBytes), this.now())
    this.enter()
  }

  private answer(): void {
    const { run } = this
    const option = this.options.focusedView
    if (run === undefined || option === undefined) return
    this.run = answerQuestion(run, option.id, this.now())
    this.enter()
  }

  private goOn(): void {
    if (this.run === undefined) return
    this.run = nextQuestion(this.run, this.now())
    const attempt = attemptOf(this.run, { device: 'tv', locale: this.services.locale(), programmeId: this.route.id })
    if (attempt !== undefined) {
      this.services.outbox.add(attempt).then(
        () => this.attached && this.draw(),
        (error: unknown) => {
          throw error
        },
      )
    }
    this.enter()
  }

  private enter(): void {
    this.options.moveTo(0)
    const states = { asking: 'Asking', explaining: 'Explaining', finished: 'Finished' } as const
    const next = states[this.run?.phase ?? 'asking']
    if (this.state === next) this.draw()
    else this._setState(next)
    this._refocus()
  }

  private draw(): void {
    const { run } = this
    if (run === undefined) return
    const question = currentQuestion(run)
    if (question === undefined) {
      this.drawResult(run)
      return
    }
    this.light('Question', 'Progress', 'Options', ...(run.phase === 'explaining' ? (['Verdict'] as const) : []))
    const { layout } = this
    this.drawQuestion(run, question, layout)
    const views = optionViews(question, (id) => optionMark(run, id))
    this.options.show(views, layout, this.writing)
    if (run.phase === 'explaining') part(this.getByRef('Verdict')).show(verdictView(run, question, this.say), layout, this.writing)
  }

  private drawQuestion(run: QuizRun, question: PlayableQuestion, layout: QuizLayout): void {
    const progress = part(this.getByRef('Progress'))
    progress.show(this.progressText(run), layout.progress)
    progress.patch({ x: layout.progress.xPx, y: layout.progress.yPx })
    progress.tint = COLOURS.gold
    const text = part(this.getByRef('Question'))
    text.show(question.text, layout.question)
    text.patch({ x: layout.question.xPx, y: layout.question.yPx })
  }

  private progressText(run: QuizRun): LocalText {
    return this.say('quiz:progress', { current: run.questionIndex + 1, total: run.quiz.questions.length })
  }

  private drawResult(run: QuizRun): void {
    this.light('Result')
    const { services } = this
    const view = resultView(run, services.outbox.waitingCount() > 0, services.say)
    part(this.getByRef('Result')).show(view)
    this._refocus()
  }

  private refuse(failure: Failure): void {
    const { say } = this.services
    part(this.getByRef('Notice')).show(noticeIcon(failure), say(`tv:failure.${failure}`), noticeActions(say, failure, false))
    this._setState('Stuck')
  }

  private light(...on: readonly (typeof LAYERS)[number][]): void {
    for (const ref of LAYERS) {
      part(this.getByRef(ref)).visible = on.includes(ref)
    }
  }

  private now(): string {
    return this.services.now().toISOString()
  }

  /** A question without a Mongolian text is laid out in lines, and so is what belongs to it. */
  private get questionLocale(): Locale {
    return (this.run === undefined ? undefined : currentQuestion(this.run)?.text.locale) ?? this.services.locale()
  }

  private get say(): PageServices['say'] {
    return this.services.sayIn(this.questionLocale)
  }

  private get writing(): Writing {
    return isVertical(this.questionLocale) ? 'vertical' : 'horizontal'
  }

  private get layout(): QuizLayout {
    return QUIZ[this.writing]
  }

  private get options(): OptionList {
    return part(this.getByRef('Options'))
  }
}
