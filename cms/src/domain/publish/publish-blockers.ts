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
  asset: Pick<Asset, 'status'> | undefined,
): PublishBlocker[] {
  const blockers: PublishBlocker[] = []
  if (isBlank(programme.title['zh-Hans'])) blockers.push('title-zh-missing')
  if (asset === undefined) blockers.push('asset-missing')
  else if (asset.status === 'failed') blockers.push('asset-failed')
  if (lacksChinese(programme.title) || lacksChinese(programme.synopsis)) blockers.push('mongolian-without-chinese')
  return blockers
}

const FIELD_OF: { readonly [B in PublishBlocker]: string } = {
  'title-zh-missing': 'title.zh-Hans',
  'asset-missing': 'assetId',
  'asset-failed': 'assetId',
  'mongolian-without-chinese': 'synopsis.zh-Hans',
}

/** The field a person has to fill to remove a blocker. */
export const fieldOfBlocker = (blocker: PublishBlocker): string => FIELD_OF[blocker]
