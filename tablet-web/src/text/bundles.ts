import cyrlCommon from '@ulan/contract/locales/mn-Cyrl/common.json'
import cyrlPlayer from '@ulan/contract/locales/mn-Cyrl/player.json'
import cyrlQuiz from '@ulan/contract/locales/mn-Cyrl/quiz.json'
import mongCommon from '@ulan/contract/locales/mn-Mong/common.json'
import mongPlayer from '@ulan/contract/locales/mn-Mong/player.json'
import mongQuiz from '@ulan/contract/locales/mn-Mong/quiz.json'
import hansCommon from '@ulan/contract/locales/zh-Hans/common.json'
import hansPlayer from '@ulan/contract/locales/zh-Hans/player.json'
import hansQuiz from '@ulan/contract/locales/zh-Hans/quiz.json'
import cyrlTablet from '../../locales/mn-Cyrl/tablet.json'
import mongTablet from '../../locales/mn-Mong/tablet.json'
import hansTablet from '../../locales/zh-Hans/tablet.json'
import type { TextBundles } from './words.ts'

/** All texts of the tablet: small enough to be there at once, so that a change of language needs no network. */
export const BUNDLES: TextBundles = {
  'zh-Hans': { common: hansCommon, player: hansPlayer, quiz: hansQuiz, tablet: hansTablet },
  'mn-Mong': { common: mongCommon, player: mongPlayer, quiz: mongQuiz, tablet: mongTablet },
  'mn-Cyrl': { common: cyrlCommon, player: cyrlPlayer, quiz: cyrlQuiz, tablet: cyrlTablet },
}
