import {
  type Asset,
  type LanguagePolicy,
  type LocalizedText,
  licenceSpan,
  missingTitles,
  type Programme,
  type PublishBlocker,
} from '@ulan/contract'
import { textsOf } from '../text/readable-texts.ts'

type Outgoing = Pick<Programme, 'title' | 'synopsis' | 'venue' | 'credits' | 'rights'>
type Required = LanguagePolicy['required']

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''
/** Chinese must stand beside Mongolian wherever Mongolian stands (民族团结进步促进法 art. 15). */
const lacksChinese = (text: LocalizedText): boolean => isBlank(text['zh-Hans']) && !(isBlank(text['mn-Mong']) && isBlank(text['mn-Cyrl']))
const oneSided = (programme: Outgoing): readonly string[] =>
  textsOf(programme).flatMap(([path, text]) => (lacksChinese(text) ? [path] : []))

/**
 * What stands between a programme and the public, where titles are required in these languages. A clip still being encoded
 * does not: its card is shown as being prepared; nor does a licence that begins later: it is seen from then on. `asset` is
 * undefined when the programme has none or it is unknown; `atMs`: when it is to go out, in ms since 1970.
 */
export function findPublishBlockers(
  programme: Outgoing,
  asset: Pick<Asset, 'status' | 'playlistUrl'> | undefined,
  required: Required,
  atMs: number,
): PublishBlocker[] {
  const blockers = missingTitles(programme.title, required)
  if (asset === undefined) blockers.push('asset-missing')
  // One that has a version plays, whatever became of what was to be added to it.
  else if (asset.status === 'failed' && asset.playlistUrl === undefined) blockers.push('asset-failed')
  if (oneSided(programme).length > 0) blockers.push('mongolian-without-chinese')
  if (licenceSpan(programme.rights).untilMs <= atMs) blockers.push('licence-over')
  return blockers
}

/**
 * Languages whose title a published programme must keep when it is edited: those required now in which it has one. What a
 * stricter policy asks for beyond that is asked at its next publication, so that a word can be mended meanwhile.
 */
export const titlesToKeep = ({ title }: Pick<Programme, 'title'>, required: Required): Required =>
  required.filter((locale) => !isBlank(title[locale]))

/** The fields a person has to fill in to remove a blocker of a programme. */
export function fieldsOfBlocker(blocker: PublishBlocker, programme: Outgoing): readonly string[] {
  switch (blocker) {
    case 'title-zh-missing':
      return ['title.zh-Hans']
    case 'title-mong-missing':
      return ['title.mn-Mong']
    case 'title-cyrl-missing':
      return ['title.mn-Cyrl']
    case 'asset-missing':
    case 'asset-failed':
      return ['assetId']
    case 'mongolian-without-chinese':
      return oneSided(programme).map((path) => `${path}.zh-Hans`)
    case 'licence-over':
      return ['rights.lastDay']
  }
}
