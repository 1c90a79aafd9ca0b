import {
  done,
  type Outcome,
  type ProgrammeId,
  type RemarkCreate,
  type Review,
  type ReviewSign,
  type ReviewStep,
  type ReviewSubmit,
  refuse,
  type StaffId,
} from '@ulan/contract'
import { fieldsOfBlocker, findPublishBlockers } from '../domain/publish/publish-blockers.ts'
import {
  findCheckProblems,
  findSignerProblem,
  isLastStep,
  type KeptReview,
  nextState,
  openSteps,
  stateOf,
  unsignedSteps,
} from '../domain/review/review-life.ts'
import { isSettled } from '../domain/review/signed-film.ts'
import { isPermitted } from '../domain/staff/permissions.ts'
import { hashContents, personOf, presentReview, type ReviewNeeds, writersOf } from './review-needs.ts'
import type { StaffMember } from './staff-ports.ts'

/** Of two who write at the same moment the second looks again; more rounds than people who could. */
const MOST_ROUNDS = 20

/** Whose review it is, and who asks. */
export type ReviewAsk = { readonly id: ProgrammeId; readonly number: number; readonly member: StaffMember }
type Seen = { readonly review: KeptReview; readonly currentHash: string; readonly writers: readonly StaffId[] }

/** Submits a programme as it stands; doing it twice is harmless. */
export async function submitForReview(
  needs: ReviewNeeds,
  id: ProgrammeId,
  { rev, path, reason }: ReviewSubmit,
  member: StaffMember,
): Promise<Outcome<Review>> {
  const programme = await needs.reader.readOne(id)
  if (programme === undefined) return refuse('not-found')
  if (programme.rev !== rev) return refuse('stale-revision')
  const settings = await needs.settings.readSettings()
  if (path === 'urgent' && !settings.review.isUrgentAllowed)
    return refuse('invalid-request', [{ path: 'path', code: 'urgent-not-allowed' }])
  if (path === 'urgent' && reason === undefined) return refuse('invalid-request', [{ path: 'reason', code: 'reason-missing' }])
  const [{ asset, hash } = { asset: undefined, hash: '' }] = await hashContents(needs, [programme])
  const blockers = findPublishBlockers(programme, asset, settings.languages.required, needs.clock().getTime())
  const errors = blockers.flatMap((code) => fieldsOfBlocker(code, programme).map((field) => ({ path: field, code: code as string })))
  // Nobody can say that they have watched what is not there yet.
  if (asset !== undefined && !isSettled(asset) && errors.length === 0) errors.push({ path: 'assetId', code: 'asset-not-ready' })
  if (errors.length > 0) return refuse('cannot-publish', errors)
  const last = await needs.reviews.readLatest(id)
  const state = last && stateOf(last, hash)
  if (last !== undefined && (state === 'open' || state === 'approved')) {
    const isRepeated = last.submittedBy.id === member.id && last.path === path && last.signatures.length === 0
    return isRepeated ? done(presentReview(last, hash)) : refuse('review-open')
  }
  if (last !== undefined && state === 'vetoed' && last.contentHash === hash) return refuse('vetoed')
  const review: KeptReview = {
    programmeId: id,
    number: (last?.number ?? 0) + 1,
    rev: 1,
    path,
    ...(path === 'urgent' && reason !== undefined ? { reason } : {}),
    state: 'open',
    contentHash: hash,
    submittedBy: personOf(member),
    submittedAt: needs.clock().toISOString(),
    signatures: [],
    remarks: last?.remarks.filter(({ settledAt }) => settledAt === undefined) ?? [],
  }
  return (await needs.reviews.insert(review)) ? done(presentReview(review, hash)) : refuse('review-open')
}

/** Signs one step for exactly this content; doing it twice is harmless. */
export async function signReview(needs: ReviewNeeds, ask: ReviewAsk, given: ReviewSign): Promise<Outcome<Review>> {
  const { member } = ask
  const problems = findCheckProblems(given)
  if (problems.length > 0) return refuse('invalid-request', problems)
  return await change(needs, ask, ({ review, currentHash, writers }) => {
    const { step, contentHash } = given
    const own = review.signatures.find((signature) => signature.step === step && signature.by.id === member.id)
    if (own !== undefined && own.contentHash === contentHash) return 'unchanged'
    const state = stateOf(review, currentHash)
    if (state === 'void' || contentHash !== review.contentHash) return refuse('content-changed')
    if (nextState(state, 'sign') === undefined) return refuse('review-over')
    const problem = findSignerProblem(review, writers, step, member)
    if (problem !== undefined) return refuse(problem)
    if (!openSteps(review).includes(step)) return refuse('step-not-open')
    const act = isLastStep(review, step) ? 'sign-last' : 'sign'
    if (act === 'sign-last' && review.remarks.some(({ settledAt }) => settledAt === undefined)) return refuse('remarks-open')
    const signature = { step, by: personOf(member), at: needs.clock().toISOString(), contentHash, checks: [...given.checks] }
    return { signatures: [...review.signatures, signature], state: nextState(state, act) }
  })
}

/** Gives it back, refuses it for good, or takes it back. */
export async function endReview(
  needs: ReviewNeeds,
  ask: ReviewAsk,
  act: 'return' | 'veto' | 'withdraw',
  reason?: string,
): Promise<Outcome<Review>> {
  const { member } = ask
  return await change(needs, ask, ({ review, currentHash }) => {
    const state = nextState(stateOf(review, currentHash), act)
    if (state === undefined) {
      const isRepeated = review.end?.by.id === member.id && review.end.reason === reason && review.state === nextState('open', act)
      return isRepeated ? 'unchanged' : refuse('review-over')
    }
    return { state, end: { by: personOf(member), at: needs.clock().toISOString(), ...(reason === undefined ? {} : { reason }) } }
  })
}

export async function addRemark(needs: ReviewNeeds, ask: ReviewAsk, { anchor, text }: RemarkCreate): Promise<Outcome<Review>> {
  return await change(needs, ask, ({ review, currentHash }) => {
    if (nextState(stateOf(review, currentHash), 'remark') === undefined) return refuse('review-over')
    const remark = { id: needs.newRemarkId(), by: personOf(ask.member), at: needs.clock().toISOString(), anchor, text }
    return { remarks: [...review.remarks, remark] }
  })
}

/** Whose remark it is says that it is dealt with, or whoever reviews. */
export async function settleRemark(needs: ReviewNeeds, ask: ReviewAsk, remarkId: string): Promise<Outcome<Review>> {
  const { member } = ask
  return await change(needs, ask, ({ review, currentHash }) => {
    const remark = review.remarks.find(({ id }) => id === remarkId)
    if (remark === undefined) return refuse('not-found')
    if (remark.settledAt !== undefined) return 'unchanged'
    if (remark.by.id !== member.id && !isPermitted(member.role, 'review')) return refuse('not-allowed')
    if (nextState(stateOf(review, currentHash), 'settle') === undefined) return refuse('review-over')
    const settled = { ...remark, settledBy: personOf(member), settledAt: needs.clock().toISOString() }
    return { remarks: review.remarks.map((each) => (each.id === remarkId ? settled : each)) }
  })
}

/** Latest first. */
export async function listReviews(needs: ReviewNeeds, id: ProgrammeId): Promise<Outcome<{ items: Review[] }>> {
  const programme = await needs.reader.readOne(id)
  if (programme === undefined) return refuse('not-found')
  const [{ hash } = { hash: '' }] = await hashContents(needs, [programme])
  return done({ items: (await needs.reviews.listOf(id)).map((review) => presentReview(review, hash)) })
}

/** Number of the review in which all signed the content that stands there; undefined while somebody has not. */
export async function readApproved(needs: ReviewNeeds, id: ProgrammeId): Promise<number | undefined> {
  const [programme, last] = await Promise.all([needs.reader.readOne(id), needs.reviews.readLatest(id)])
  if (programme === undefined || last === undefined) return undefined
  const [{ hash } = { hash: '' }] = await hashContents(needs, [programme])
  return stateOf(last, hash) === 'approved' ? last.number : undefined
}

/** Steps that nobody has signed yet of the content that stands there; none where it is not under review. */
export async function readUnsigned(needs: ReviewNeeds, id: ProgrammeId): Promise<readonly ReviewStep[]> {
  const [programme, last] = await Promise.all([needs.reader.readOne(id), needs.reviews.readLatest(id)])
  if (programme === undefined || last === undefined) return []
  const [{ hash } = { hash: '' }] = await hashContents(needs, [programme])
  return stateOf(last, hash) === 'open' ? unsignedSteps(last) : []
}

type Changed = Partial<Pick<KeptReview, 'signatures' | 'remarks' | 'end'>> & { readonly state?: Review['state'] | undefined }
type Decision = Changed | 'unchanged' | ReturnType<typeof refuse>

/** Reads, decides, and writes at the revision that was read; whoever was overtaken decides again on what stands there now. */
async function change(needs: ReviewNeeds, { id, number }: ReviewAsk, decide: (seen: Seen) => Decision): Promise<Outcome<Review>> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const [programme, review, latest] = await Promise.all([
      needs.reader.readOne(id),
      needs.reviews.readOne(id, number),
      needs.reviews.readLatest(id),
    ])
    if (programme === undefined || review === undefined) return refuse('not-found')
    if (latest?.number !== number) return refuse('review-over')
    const [{ hash } = { hash: '' }] = await hashContents(needs, [programme])
    const decided = decide({ review, currentHash: hash, writers: writersOf(programme) })
    if (decided === 'unchanged') return done(presentReview(review, hash))
    if ('kind' in decided) return decided
    const { state, ...members } = decided
    // Void is found out, never kept.
    const next: KeptReview = { ...review, ...members, ...(state === undefined || state === 'void' ? {} : { state }), rev: review.rev + 1 }
    if (await needs.reviews.replaceRevision(next, review.rev)) return done(presentReview(next, hash))
  }
  return refuse('stale-revision')
}
