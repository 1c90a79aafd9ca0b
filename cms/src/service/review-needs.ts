import type { Asset, MediaLibrary, Programme, ProgrammeId, Review, StaffId } from '@ulan/contract'
import { type KeptReview, openSteps, stateOf } from '../domain/review/review-life.ts'
import { signedContent } from '../domain/review/signed-content.ts'
import type { CatalogueReader, ProgrammeReader, SettingsReader } from './ports.ts'
import type { StaffMember } from './staff-ports.ts'

export interface ReviewStore {
  /** False when the programme has a review of this number. */
  insert(review: KeptReview): Promise<boolean>
  /** Puts a review in the place of the revision that was read; false when that revision is gone. */
  replaceRevision(review: KeptReview, seenRev: number): Promise<boolean>
  readLatest(id: ProgrammeId): Promise<KeptReview | undefined>
  readOne(id: ProgrammeId, number: number): Promise<KeptReview | undefined>
  /** Latest first. */
  listOf(id: ProgrammeId): Promise<readonly KeptReview[]>
  /** The latest of each of these programmes that has one. */
  readLatestOf(ids: readonly ProgrammeId[]): Promise<readonly KeptReview[]>
  /** Programmes that a review is open of, or was when others followed it: those after an id, or the first, by id. */
  listOpenAfter(id: ProgrammeId | undefined, most: number): Promise<readonly ProgrammeId[]>
}

export type ReviewNeeds = {
  readonly reviews: ReviewStore
  readonly reader: ProgrammeReader
  readonly catalogue: Pick<CatalogueReader, 'listQuizzes' | 'listQuestions'>
  readonly library: Pick<MediaLibrary, 'readAssets'>
  readonly settings: SettingsReader
  sha256(text: string): string
  clock(): Date
  newRemarkId(): string
}

/** What content is hashed with. */
export type HashNeeds = Pick<ReviewNeeds, 'catalogue' | 'library' | 'sha256'>

/** As somebody was called when they did it. */
export const personOf = ({ id, name, email }: Pick<StaffMember, 'id' | 'name' | 'email'>): Review['submittedBy'] => ({ id, name, email })

/** Who wrote in it, as far as is known. */
export const writersOf = ({ writers }: Programme): readonly StaffId[] => writers ?? []

type Hashed = { readonly programme: Programme; readonly asset: Asset | undefined; readonly hash: string }

/** Programmes with the hashes of what is signed of them now. */
export async function hashContents(needs: HashNeeds, programmes: readonly Programme[]): Promise<readonly Hashed[]> {
  const ids = programmes.flatMap(({ assetId }) => assetId ?? [])
  const assets = ids.length === 0 ? new Map<string, Asset>() : await needs.library.readAssets([...new Set(ids)])
  const hasQuiz = programmes.some(({ quizId }) => quizId !== undefined)
  const [quizzes, questions] = hasQuiz ? await Promise.all([needs.catalogue.listQuizzes(), needs.catalogue.listQuestions()]) : [[], []]
  return programmes.map((programme) => {
    const asset = programme.assetId === undefined ? undefined : assets.get(programme.assetId)
    const quiz = quizzes.find(({ id }) => id === programme.quizId)
    return { programme, asset, hash: needs.sha256(signedContent({ programme, asset, quiz, questions })) }
  })
}

/** As it stands now. */
export function presentReview(review: KeptReview, currentHash: string): Review {
  const state = stateOf(review, currentHash)
  return { ...review, state, openSteps: state === 'open' ? [...openSteps(review)] : [] }
}
