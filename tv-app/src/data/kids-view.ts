import type { LocalText } from '@ulan/contract'
import type { IconName } from '../components/icon-paths.ts'
import type { Say } from '../text/strings.ts'
import type { ActionView } from './browse-view.ts'
import type { KidsStep } from './kids-flow.ts'
import { canForget, type Lock, lengthOf } from './kids-lock.ts'
import { ALLOWANCES, type Allowance, MORE_MINUTES } from './watch-allowance.ts'

/** A question that is answered in digits. */
export type DeskView = {
  readonly heading: LocalText
  readonly hint: LocalText
  /** What was wrong a moment ago, or how long to wait. */
  readonly note: LocalText | undefined
  readonly sum: LocalText | undefined
  readonly typed: string
  /** Places of the answer; 0 while nothing may be typed. */
  readonly length: number
  /** A PIN is not shown; the result of a sum is. */
  readonly isSecret: boolean
  readonly words: { readonly delete: ActionView; readonly forget: ActionView | undefined }
}
/** A sentence, and what may be chosen; `lit`: the choice that the focus comes to. */
export type ChoiceView = {
  readonly icon: IconName
  readonly text: LocalText
  readonly actions: readonly ActionView[]
  readonly lit: number
}
/** The day as it is kept. */
export type KidsDay = { readonly minutes: Allowance; readonly watchedSeconds: number }

export function deskView(lock: Lock, say: Say): DeskView {
  return {
    heading: headingOf(lock, say),
    hint: say('kids:hint'),
    note: noteOf(lock, say),
    // Figures stand level in every script.
    sum: lock.kind === 'sum' ? { text: `${lock.sum.left} × ${lock.sum.right} =`, locale: 'zh-Hans' } : undefined,
    typed: 'typed' in lock ? lock.typed : '',
    length: lengthOf(lock),
    isSecret: lock.kind !== 'sum',
    words: {
      delete: button('Delete', say('kids:delete'), 'erase'),
      forget: canForget(lock) ? button('Forget', say('kids:forgot'), 'quiz') : undefined,
    },
  }
}

function headingOf(lock: Lock, say: Say): LocalText {
  if (lock.kind === 'choose' || lock.kind === 'repeat' || lock.kind === 'sum') return say(`kids:${lock.kind}`)
  return say('kids:ask')
}

function noteOf(lock: Lock, say: Say): LocalText | undefined {
  if (lock.kind === 'wait') return say('kids:wait', { seconds: lock.secondsLeft })
  if (!('missed' in lock) || !lock.missed || lock.typed !== '') return undefined
  if (lock.kind === 'choose') return say('kids:differs')
  return say(lock.kind === 'sum' ? 'kids:wrongSum' : 'kids:wrong')
}

/** What a step asks in words; the question of the PIN has its desk. */
export function choiceView(step: Exclude<KidsStep, { kind: 'pin' }>, day: KidsDay, say: Say): ChoiceView {
  switch (step.kind) {
    case 'minutes':
      return minutesChoice(step.pin === undefined ? day.minutes : undefined, say)
    case 'manage':
      return {
        icon: 'brand',
        text: manageText(day, say),
        actions: [
          button('Minutes', say('kids:changeMinutes'), 'clock', true),
          button('ChangePin', say('kids:changePin'), 'settings'),
          button('TurnOff', say('kids:turnOff'), 'cross'),
        ],
        lit: 0,
      }
    case 'over':
      return {
        icon: 'clock',
        text: say('kids:over'),
        actions: [button('Home', say('common:nav.home'), 'brand', true), button('Parents', say('kids:parents'), 'settings')],
        lit: 0,
      }
    case 'more':
      return {
        icon: 'clock',
        text: say('kids:moreAsk'),
        actions: [
          button('More', say('kids:more', { minutes: MORE_MINUTES }), 'play', true),
          button('TurnOff', say('kids:turnOff'), 'cross'),
          button('Back', say('common:nav.back'), 'back'),
        ],
        lit: 0,
      }
  }
}

/** What a choice of minutes is called, and the other way round. */
const minutesRef = (minutes: Allowance): string => `Minutes${minutes}`
export const minutesOf = (ref: string): Allowance | undefined => ALLOWANCES.find((one) => minutesRef(one) === ref)

function minutesChoice(now: Allowance | undefined, say: Say): ChoiceView {
  const lit = Math.max(0, now === undefined ? 0 : ALLOWANCES.indexOf(now))
  const actions = ALLOWANCES.map((minutes, at) =>
    button(
      minutesRef(minutes),
      minutes === 0 ? say('kids:noLimit') : say('kids:minutes', { minutes }),
      minutes === now ? 'check' : 'clock',
      at === lit,
    ),
  )
  return { icon: 'clock', text: say('kids:minutesAsk'), actions, lit }
}

function manageText({ minutes, watchedSeconds }: KidsDay, say: Say): LocalText {
  const watched = Math.ceil(watchedSeconds / 60)
  return minutes === 0 ? say('kids:manageNoLimit', { watched }) : say('kids:manage', { minutes, watched })
}

const button = (ref: string, label: LocalText, icon: IconName, isPrimary = false): ActionView => ({
  ...{ ref, label, icon, isPrimary },
  target: { kind: 'none' },
})
