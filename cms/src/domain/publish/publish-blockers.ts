import type { Asset, LocalizedText, Programme, PublishBlocker } from '@ulan/contract'

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === ''
/** Chinese must stand beside Mongolian wherever Mongolian stands (民族团结进步促进法 art. 15). */
const lacksChinese = (text: LocalizedText | undefined): boolean =>
  text !== undefined && isBlank(text['zh-Hans']) && !(isBlank(text['mn-Mong']) && isBlank(text['mn-Cyrl']))

/**
 * What stands between a programme and the public. A clip still being encoded does not: its card is shown as being prepared.
 * `asset` is undefined when the programme has none or it is unknown.
 */
export function findPublishBlockers(
  programme: Pick<Programme, 'title' | 'synopsis'>,
  asset: Pick<Asset, 'status' | 'playlistUrl'> | undefined,
): PublishBlocker[] {
  const blockers: PublishBlocker[] = []
  if (isBlank(programme.title['zh-Hans'])) blockers.push('title-zh-missing')
  if (asset === undefined) blockers.push('asset-missing')
  // One that has a version plays, whatever became of what was to be added to it.
  else if (asset.status === 'failed' && asset.playlistUrl === undefined) blockers.push('asset-failed')
  if (lacksChinese(programme.title) || lacksChinese(programme.synopsis)) blockers.push('mongolian-without-chinese')
  return blockers
}

/** The fields a person has to fill in to remove a blocker of a programme. */
export function fieldsOfBlocker(blocker: PublishBlocker, programme: Pick<Programme, 'title' | 'synopsis'>): readonly string[] {
  switch (blocker) {
    case 'title-zh-missing':
      return ['title.zh-Hans']
    case 'asset-missing':
    case 'asset-failed':
      return ['assetId']
    case 'mongolian-without-chinese':
      return (['title', 'synopsis'] as const).filter((text) => lacksChinese(programme[text])).map((text) => `${text}.zh-Hans`)
  }
}
