import type { StaffProgramme } from '@ulan/contract'
import { type ReactNode, useState } from 'react'
import { AssetSection } from './asset-section.tsx'
import { ChaptersSection } from './chapters-section.tsx'
import { FilmClock, FilmClockContext } from './film-clock.ts'
import type { ProgrammeEditing } from './use-programme-edit.ts'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing }

/** The film, and beneath it what is marked by its time. */
export const FilmSections = ({ programme, editing }: Props): ReactNode => {
  const [clock] = useState(() => new FilmClock())
  return (
    <FilmClockContext value={clock}>
      <AssetSection programme={programme}>
        <ChaptersSection programme={programme} editing={editing} />
      </AssetSection>
    </FilmClockContext>
  )
}
