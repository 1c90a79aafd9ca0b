import { type Asset, type LanguagePolicy, type LocalizedText, missingTitles, type Programme, type PublishBlocker } from '@ulan/contract'

type Texts = Pick<Programme, 'title' | 'synopsis'>
type Required = LanguagePolicy['required']

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''
/** Chinese must stand beside Mongolian wherever Mongolian stands (民族团结进步促进法 art. 15). */
const lacksChinese = (text: LocalizedText | undefined): boolean =>
  text !== undefined && isBlank(text['zh-Hans']) && !(isBlank(text['mn-Mong']) && isBlank(text['mn-Cyrl']))

/**
 * What stands between a programme and the public, where titles are required in these languages. A clip still being encoded
 * does not: its card is shown as being prepared. `asset` is undefined when the programme has none or it is unknown.
 */
export function findPublishBlockers(
  programme: Texts,
  asset: Pick<Asset, 'status' | 'playlistUrl'> | undefined,
  required: Required,
): PublishBlocker[] {
  const blockers = missingTitles(programme.title, required)
  if (asset === undefined) blockers.push('asset-missing')
  // One that has a version plays, whatever became of what was to be added to it.
  else if (asset.status === 'failed' && asset.playlistUrl === undefined) blockers.push('asset-failed')
  if (lacksChinese(programme.title) || lacksChinese(programme.synopsis)) blockers.push('mongolian-without-chinese')
  return blockers
}

/**
 * Languages whose title a published programme must keep when it is edited: those required now in which it has one. What a
 * stricter policy asks for beyond that is asked at its next publication, so that a word can be mended meanwhile.
 */
export const titlesToKeep = ({ title }: Texts, required: Required): Required => required.filter((locale) => !isBlank(title[locale]))

/** The fields a person has to fill in to remove a blocker of a programme. */
export function fieldsOfBlocker(blocker: PublishBlocker, programme: Texts): readonly string[] {
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
      return (['title', 'synopsis'] as const).filter((text) => lacksChinese(programme[text])).map((text) => `${text}.zh-Hans`)
  }
}
