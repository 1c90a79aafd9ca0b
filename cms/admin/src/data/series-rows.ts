import type { SeriesId, StaffProgramme } from '@ulan/contract'

/** The programmes of a series in the order of season and episode. */
export const episodesOf = (programmes: readonly StaffProgramme[], seriesId: SeriesId): readonly StaffProgramme[] =>
  programmes.filter(({ episodeOf }) => episodeOf?.seriesId === seriesId).sort((a, b) => place(a) - place(b))

const place = ({ episodeOf }: StaffProgramme): number => (episodeOf?.season ?? 0) * 1000 + (episodeOf?.episode ?? 0)
