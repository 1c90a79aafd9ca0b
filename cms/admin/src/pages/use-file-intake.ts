import { useQueryClient } from '@tanstack/react-query'
import type { ProgrammeId } from '@ulan/contract'
import { useState } from 'react'
import { api } from '../data/api-client.ts'
import { titleFromFileName } from '../data/file-title.ts'
import { asProblemError, ProblemError } from '../data/problem-error.ts'
import { rememberProgramme } from '../data/staff-queries.ts'
import { type Newsroom, useNewsroom } from '../newsroom.ts'
import { goTo } from '../routes.ts'
import { SNIFF_BYTES, sniffFile } from '../upload/file-sniff.ts'

export type RefusedFile = { readonly fileName: string; readonly problem: ProblemError['problem'] }

type FileIntake = {
  readonly refused: readonly RefusedFile[]
  readonly forget: () => void
  /** Files for new programmes (or for those they were being sent for before); a single one opens its programme. */
  readonly take: (files: readonly File[]) => Promise<void>
  readonly takeFor: (programmeId: ProgrammeId, files: readonly File[]) => Promise<void>
}

export function useFileIntake(): FileIntake {
  const newsroom = useNewsroom()
  const client = useQueryClient()
  const [refused, setRefused] = useState<readonly RefusedFile[]>([])
  const begin = async (file: File, programmeFor: () => Promise<ProgrammeId>): Promise<ProgrammeId | undefined> => {
    try {
      return await beginUpload(newsroom, file, programmeFor)
    } catch (caught) {
      setRefused((old) => [...old, { fileName: file.name, problem: asProblemError(caught).problem }])
      return undefined
    }
  }
  const programmeFor = async (file: File): Promise<ProgrammeId> => {
    const known = newsroom.pending.matching(file)
    if (known !== undefined) return known.programmeId
    const title = titleFromFileName(file.name)
    const programme = await api.createProgramme({ kind: 'performance', title: title === '' ? {} : { 'zh-Hans': title } })
    rememberProgramme(client, programme)
    return programme.id
  }
  return {
    refused,
    forget: () => setRefused([]),
    async take(files) {
      setRefused([])
      const begun: ProgrammeId[] = []
      for (const file of files) {
        const id = await begin(file, () => programmeFor(file))
        if (id !== undefined) begun.push(id)
      }
      const [only, ...others] = begun
      if (only !== undefined && others.length === 0 && files.length === 1) goTo({ page: 'programme', id: only })
    },
    async takeFor(programmeId, files) {
      setRefused([])
      const [file] = files
      if (file !== undefined) await begin(file, () => Promise.resolve(programmeId))
    },
  }
}

/** Throws a `ProblemError` for a file not worth sending, before anything is made for it. */
async function beginUpload({ uploads }: Newsroom, file: File, programmeFor: () => Promise<ProgrammeId>): Promise<ProgrammeId> {
  const problem = sniffFile(file.size, await readHead(file))
  if (problem !== undefined) throw new ProblemError(problem)
  const id = await programmeFor()
  if (uploads.add(file, id) === 'already-uploading') throw new ProblemError('already-uploading')
  return id
}

const readHead = async (file: File): Promise<Uint8Array> => {
  const bytes = await file
    .slice(0, SNIFF_BYTES)
    .arrayBuffer()
    .catch(() => {
      throw new ProblemError('unreadable-file')
    })
  return new Uint8Array(bytes)
}
