import { useQuery } from '@tanstack/react-query'
import type { StaffProgramme } from '@ulan/contract'
import type { ReactNode } from 'react'
import { FieldsLock } from '../components/fields-lock.tsx'
import { sessionQuery } from '../data/staff-queries.ts'
import { FilmSections } from './film-sections.tsx'
import { MasterNote } from './master-note.tsx'
import { PosterSection } from './poster-section.tsx'
import { PublishSection } from './publish-section.tsx'
import { ReviewSection } from './review-section.tsx'
import { TracksSection } from './tracks-section.tsx'
import type { ProgrammeEditing } from './use-programme-edit.ts'
import { VersionsSection } from './versions-section.tsx'

type Props = { readonly programme: StaffProgramme; readonly editing: ProgrammeEditing; readonly mayEdit: boolean }

/** Beside the words of a programme: where it stands, and its film with all that belongs to it. */
export const ProgrammeSide = ({ programme, editing, mayEdit }: Props): ReactNode => {
  const isReviewed = useQuery(sessionQuery).data?.reviewPolicy === 'three'
  return (
    <div className="editor-side">
      {isReviewed ? <ReviewSection programme={programme} editing={editing} /> : null}
      <PublishSection programme={programme} editing={editing} />
      <VersionsSection programme={programme} editing={editing} />
      <FieldsLock isLocked={!mayEdit}>
        <PosterSection programme={programme} editing={editing} />
      </FieldsLock>
      <FilmSections programme={programme} editing={editing} />
      <MasterNote asset={programme.asset} />
      {programme.assetId === undefined ? null : (
        <FieldsLock isLocked={!mayEdit}>
          <TracksSection key={programme.assetId} programmeId={programme.id} assetId={programme.assetId} />
        </FieldsLock>
      )}
    </div>
  )
}
