import type { PictureId } from '@ulan/contract'
import type { ProgrammeModels } from './catalogue-models.ts'

/** Where a programme names its poster: in what staff work on, in what went out, in what will. */
const IN_PROGRAMME = ['pictureId', 'lastVersion.content.pictureId', 'schedule.publish.content.pictureId'] as const
const IN_VERSION = 'version.content.pictureId'

const valueAt = (row: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], row)

/** Those of these pictures that a programme names anywhere: also in a version of old, and in the trash. */
export async function findNamedPictures(
  { programmes, versions, deletedProgrammes }: ProgrammeModels,
  ids: readonly PictureId[],
): Promise<ReadonlySet<PictureId>> {
  const asked = new Set<unknown>(ids)
  const isAsked = (value: unknown): value is PictureId => asked.has(value)
  const named = new Set<PictureId>()
  const look = async (read: (filter: object) => Promise<readonly unknown[]>, path: string): Promise<void> => {
    for (const row of await read({ [path]: { $in: [...ids] } })) {
      const found = valueAt(row, path)
      if (isAsked(found)) named.add(found)
    }
  }
  for (const path of IN_PROGRAMME) {
    await look(
      (filter) =>
        programmes
          .find(filter, { [path]: 1 })
          .lean()
          .exec(),
      path,
    )
    await look(
      (filter) =>
        deletedProgrammes
          .find(filter, { [`programme.${path}`]: 1 })
          .lean()
          .exec(),
      `programme.${path}`,
    )
  }
  await look(
    (filter) =>
      versions
        .find(filter, { [IN_VERSION]: 1 })
        .lean()
        .exec(),
    IN_VERSION,
  )
  return named
}
