import { Lightning } from '@lightningjs/sdk'
import { Notice } from '../components/notice.ts'
import { part } from '../components/part.ts'
import { PinDesk } from '../components/pin-desk.ts'
import type { Direction } from '../data/browse-focus.ts'
import type { ActionView } from '../data/browse-view.ts'
import { type DigitFocus, digitKey, MIDDLE_KEY, moveOnDigits } from '../data/digit-pad.ts'
import { createKidsBox, type KidsBox } from '../data/kids-box.ts'
import { firstStep, type KidsStep, type PinAim, stepBefore } from '../data/kids-flow.ts'
import {
  askLock,
  canForget,
  chooseLock,
  eraseDigit,
  forget,
  type Lock,
  type LockPorts,
  passSecond,
  typeDigit,
  wrongOf,
} from '../data/kids-lock.ts'
import { choiceView, deskView, minutesOf } from '../data/kids-view.ts'
import { digitOf } from '../data/letter-pad.ts'
import { PIN } from '../kids-layout.ts'
import { writingOf } from '../layout.ts'
import { HOME, type Route, SETTINGS_ROUTE } from '../routes.ts'
import { KIDS_TEXTS } from '../text/kids-texts.ts'
import { Countdown } from './countdown.ts'
import type { PageContract, PageServices } from './page-services.ts'

interface KidsSpec extends Lightning.Component.TemplateSpec {
  services: PageServices
  route: Extract<Route, { page: 'kids' }>
  Desk: typeof PinDesk
  Notice: typeof Notice
}
type PinStep = Extract<KidsStep, { kind: 'pin' }>

/** Children's mode: how it begins, the PIN on the way to the settings, what a parent sets, and the end of the day's time. */
export class KidsPage extends Lightning.Component<KidsSpec> implements PageContract {
  declare services: PageServices
  declare route: KidsSpec['route']
  declare private box: KidsBox
  declare private step: KidsStep
  declare private key: DigitFocus
  declare private waiting: Countdown

  static override _template(): Lightning.Component.Template<KidsSpec> {
    return {
      Desk: { type: PinDesk, visible: false },
      Notice: { type: Notice, visible: false, signals: { choose: 'chooseAction' } },
    }
  }

  override _init(): void {
    const { kids, later, navigation, teach } = this.services
    teach(KIDS_TEXTS)
    navigation.showHeader(true)
    this.box = createKidsBox(this.services)
    this.waiting = new Countdown(later)
    const isTimeUp = this.route.film !== undefined && this.box.secondsLeft() === 0
    this.show(firstStep({ isOn: kids.isOn(), isUnlocked: kids.isUnlocked(), isTimeUp, wrong: this.box.wrong() }))
  }

  override _detach(): void {
    this.waiting.stop()
  }

  memory(): undefined {
    return undefined
  }

  relocalise(): void {
    this.draw()
    this._refocus()
  }

  chooseAction(action: ActionView): void {
    const minutes = minutesOf(action.ref)
    if (minutes !== undefined) this.chooseMinutes(minutes)
    else if (action.ref === 'Minutes') this.show({ kind: 'minutes' })
    else if (action.ref === 'ChangePin') this.show({ kind: 'pin', aim: 'change', lock: chooseLock() })
    else if (action.ref === 'TurnOff') this.turnOff()
    else if (action.ref === 'Parents') this.show({ kind: 'pin', aim: 'more', lock: askLock(this.box.wrong()) })
    else if (action.ref === 'More') this.addMore()
    else if (action.ref === 'Home') this.services.navigation.replace(HOME)
    else this.goBack()
  }

  static override _states(): Lightning.Component.Constructor[] {
    return [
      class Typing extends this {
        override _getFocused(): Lightning.Component | undefined {
          return part(this.getByRef('Desk'))
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
        /** In the state itself: Lightning takes a state's handler for any key before the class's own for this one. */
        override _handleBack(): boolean {
          return this.goBack()
        }
        /** Number keys type wherever the focus is. */
        override _handleKey(event: KeyboardEvent): boolean {
          const digit = digitOf(event.keyCode)
          if (digit !== undefined) this.type(digit)
          return digit !== undefined
        }
      },
      class Choosing extends this {
        override _getFocused(): Lightning.Component | undefined {
          return part(this.getByRef('Notice'))
        }
        override _handleBack(): boolean {
          return this.goBack()
        }
      },
    ]
  }

  /** One question back; false out of the page, which is the app's. */
  private goBack(): boolean {
    const before = stepBefore(this.step)
    if (before === undefined) return false
    this.show(before)
    return true
  }

  private move(direction: Direction): boolean {
    if (this.step.kind !== 'pin') return false
    const next = moveOnDigits(this.key, direction, canForget(this.step.lock))
    if (next === undefined) return false
    this.key = next
    part(this.getByRef('Desk')).moveTo(next)
    return true
  }

  private press(): void {
    if (this.step.kind !== 'pin') return
    const { lock } = this.step
    const key = digitKey(this.key, canForget(lock))
    if (key.kind === 'digit') this.type(key.digit)
    else if (key.kind === 'delete') this.go(eraseDigit(lock))
    else {
      this.key = MIDDLE_KEY
      this.go(forget(lock, this.lockPorts))
    }
  }

  private type(digit: string): void {
    if (this.step.kind !== 'pin') return
    const { lock } = this.step
    const next = typeDigit(lock, digit, this.lockPorts)
    if (next === lock) return
    this.go(next)
    if ('typed' in next && next.typed !== '') this.services.tell([this.services.say('kids:typed', { number: next.typed.length })])
  }

  /** The question goes on, or is answered. */
  private go(lock: Lock): void {
    if (this.step.kind !== 'pin') return
    const { aim } = this.step
    this.box.keepWrong(wrongOf(lock))
    if (lock.kind === 'open') this.open(aim)
    else if (lock.kind === 'chosen') this.take(aim, lock.pin)
    else this.show({ kind: 'pin', aim, lock })
  }

  private take(aim: PinAim, pin: string): void {
    if (aim === 'begin') {
      this.show({ kind: 'minutes', pin })
      return
    }
    this.box.keepPin(pin)
    this.open(aim)
  }

  private open(aim: PinAim): void {
    const { kids, navigation } = this.services
    if (aim === 'more') this.show({ kind: 'more' })
    else if (aim === 'change') this.show({ kind: 'manage' })
    else {
      kids.unlock()
      navigation.replace(SETTINGS_ROUTE)
    }
  }

  private chooseMinutes(minutes: NonNullable<ReturnType<typeof minutesOf>>): void {
    const { kids, navigation } = this.services
    this.box.keepMinutes(minutes)
    if (this.step.kind !== 'minutes' || this.step.pin === undefined) {
      this.show({ kind: 'manage' })
      return
    }
    this.box.keepPin(this.step.pin)
    kids.turn(true)
    navigation.replace(HOME)
  }

  private addMore(): void {
    this.box.addMore()
    this.goOn()
  }

  private turnOff(): void {
    this.services.kids.turn(false)
    if (this.step.kind === 'more') this.goOn()
    else this.services.navigation.back()
  }

  /** Back to the film that the day's time ended in, where it was. */
  private goOn(): void {
    const { film } = this.route
    this.services.navigation.replace(film === undefined ? HOME : { page: 'play', id: film, fromStart: false })
  }

  private show(step: KidsStep): void {
    const isSameQuestion = step.kind === 'pin' && this.isAsking(step)
    this.step = step
    if (!isSameQuestion) this.key = MIDDLE_KEY
    this.draw()
    if (step.kind === 'pin') this.watchWait(step)
    else this.waiting.stop()
    this._setState(step.kind === 'pin' ? 'Typing' : 'Choosing')
    this._refocus()
  }

  private isAsking(step: PinStep): boolean {
    // Before the first step there is none.
    const before: KidsStep | undefined = this.step
    return before?.kind === 'pin' && before.lock.kind === step.lock.kind
  }

  /** Counts a wait down; what is said of it, and of a wrong answer, is said once. */
  private watchWait({ lock, aim }: PinStep): void {
    const { note } = deskView(lock, this.services.say)
    if (lock.kind !== 'wait') {
      this.waiting.stop()
      if (note !== undefined) this.services.tell([note])
      return
    }
    if (this.waiting.secondsLeft !== undefined) return
    if (note !== undefined) this.services.tell([note])
    const pass = (): void => this.passSecond(aim)
    this.waiting.start(lock.secondsLeft, pass, pass)
  }

  private passSecond(aim: PinAim): void {
    if (this.step.kind !== 'pin' || this.step.lock.kind !== 'wait') return
    const lock = passSecond(this.step.lock)
    if (lock.kind !== 'wait') this.box.keepWrong(0)
    this.show({ kind: 'pin', aim, lock })
  }

  private draw(): void {
    const { step } = this
    const { say, locale } = this.services
    const [desk, notice] = [part(this.getByRef('Desk')), part(this.getByRef('Notice'))]
    desk.visible = step.kind === 'pin'
    notice.visible = step.kind !== 'pin'
    if (step.kind === 'pin') {
      desk.show(deskView(step.lock, say), PIN[writingOf(locale())])
      desk.moveTo(this.key)
      return
    }
    const { icon, text, actions, lit } = choiceView(step, { minutes: this.box.minutes(), watchedSeconds: this.box.watched().seconds }, say)
    notice.show(icon, text, actions)
    notice.pointTo(lit)
  }

  private get lockPorts(): LockPorts {
    const { randomBytes } = this.services
    return {
      isPin: this.box.isPin,
      random: (below) => [...randomBytes(2)].reduce((sum, byte) => sum * 256 + byte, 0) % below,
    }
  }
}
