import cyrlCalendar from '@ulan/contract/locales/mn-Cyrl/calendar.json'
import cyrlCommon from '@ulan/contract/locales/mn-Cyrl/common.json'
import cyrlCredits from '@ulan/contract/locales/mn-Cyrl/credits.json'
import cyrlPlayer from '@ulan/contract/locales/mn-Cyrl/player.json'
import cyrlQuiz from '@ulan/contract/locales/mn-Cyrl/quiz.json'
import mongCalendar from '@ulan/contract/locales/mn-Mong/calendar.json'
import mongCommon from '@ulan/contract/locales/mn-Mong/common.json'
import mongCredits from '@ulan/contract/locales/mn-Mong/credits.json'
import mongPlayer from '@ulan/contract/locales/mn-Mong/player.json'
import mongQuiz from '@ulan/contract/locales/mn-Mong/quiz.json'
import hansCalendar from '@ulan/contract/locales/zh-Hans/calendar.json'
import hansCommon from '@ulan/contract/locales/zh-Hans/common.json'
import hansCredits from '@ulan/contract/locales/zh-Hans/credits.json'
import hansPlayer from '@ulan/contract/locales/zh-Hans/player.json'
import hansQuiz from '@ulan/contract/locales/zh-Hans/quiz.json'
import cyrlTablet from '../../locales/mn-Cyrl/tablet.json'
import mongTablet from '../../locales/mn-Mong/tablet.json'
import hansTablet from '../../locales/zh-Hans/tablet.json'
import type { TextBundles } from './words.ts'

/** All texts of the tablet: small enough to be there at once, so that a change of language needs no network. */
export const BUNDLES: TextBundles = {
  'zh-Hans': { calendar: hansCalendar, common: hansCommon, credits: hansCredits, player: hansPlayer, quiz: hansQuiz, tablet: hansTablet },
  'mn-Mong': { calendar: mongCalendar, common: mongCommon, credits: mongCredits, player: mongPlayer, quiz: mongQuiz, tablet: mongTablet },
  'mn-Cyrl': { calendar: cyrlCalendar, common: cyrlCommon, credits: cyrlCredits, player: cyrlPlayer, quiz: cyrlQuiz, tablet: cyrlTablet },
}
