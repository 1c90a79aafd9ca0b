import { CHECKS_OF_STEP, type Review, type ReviewStep, ROLE_OF_STEP, type Role, type Settings, type StaffProgramme } from '@ulan/contract'
import { problemSchema } from '@ulan/contract/schemas'
import { ADMINISTRATOR, type Call, type CmsLab, createCmsLab } from './cms-lab.ts'
import { type Colleague, equip, joinStaff } from './colleague.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

/** An order in which all six can be signed. */
export const IN_ORDER: readonly ReviewStep[] = ['proof-1', 'review-1', 'proof-2', 'review-2', 'proof-3', 'review-3']

type Reply = { json(): unknown }
export const problemOf = (reply: Reply): string => problemSchema.parse(reply.json()).type.replace('/problems/', '')
/** Every answer is held against its description by the lab. */
export const reviewOf = (reply: Reply): Review => reply.json() as Review
export const programmeOf = (reply: Reply): StaffProgramme => reply.json() as StaffProgramme // likewise
export const pathOf = ({ programmeId, number }: Review): string => `/programmes/${programmeId}/reviews/${String(number)}`

/** An office with one person for each role of 三审三校, where that is on and the urgent path is open. */
export class ReviewOffice {
  readonly lab: CmsLab
  readonly staff: ReadonlyMap<Role, Colleague>
  /** Cookie of the administrator, as of all colleagues. */
  readonly admin: string
  #clips = 0

  private constructor(lab: CmsLab, staff: ReadonlyMap<Role, Colleague>, admin: string) {
    this.lab = lab
    this.staff = staff
    this.admin = admin
  }

  static async open(more: Parameters<typeof createCmsLab>[1] = {}): Promise<ReviewOffice> {
    const lab = await createCmsLab({}, more)
    await lab.cms.seed(SMALL_CATALOGUE)
    const own = await lab.signIn()
    const staff = new Map<Role, Colleague>()
    for (const role of ['editor', 'publisher', 'proofreader', 'reviewer-1', 'reviewer-2', 'reviewer-3', 'inspector'] as const)
      staff.set(role, await joinStaff(lab, own, { role, hasFactor: role.startsWith('reviewer-') }))
    const admin = await equip(lab, own, ADMINISTRATOR.password)
    const office = new ReviewOffice(lab, staff, admin)
    await office.setPolicy({ policy: 'three', isUrgentAllowed: true })
    return office
  }

  async setPolicy(review: Settings['review'], cookie = this.admin) {
    const { rev } = (await this.lab.call('/api/v1/settings', { cookie })).json() as Settings // as above
    return await this.lab.call('/api/v1/settings', { method: 'PATCH', cookie, body: { rev, review } })
  }

  as(role: Role, path: string, call: Call = {}) {
    return this.lab.call(`/api/v1${path}`, { cookie: this.staff.get(role)?.cookie ?? '', ...call })
  }

  /** A draft of the editor's that could be published. */
  async draft(more: object = {}): Promise<StaffProgramme> {
    this.#clips += 1
    const assetId = this.lab.library.put(`clip-review-${String(this.#clips)}`, 'ready')
    const body = { kind: 'performance', title: { 'zh-Hans': `节目${String(this.#clips)}` }, assetId, ...more }
    return programmeOf(await this.as('editor', '/programmes', { body }))
  }

  submit({ id, rev }: StaffProgramme, more: object = {}) {
    return this.as('editor', `/programmes/${id}/reviews`, { body: { rev, ...more } })
  }

  async submitted(more: object = {}): Promise<{ programme: StaffProgramme; review: Review }> {
    const programme = await this.draft(more)
    return { programme, review: reviewOf(await this.submit(programme)) }
  }

  sign(review: Review, step: ReviewStep, role: Role = ROLE_OF_STEP[step], more: object = {}) {
    const body = { step, contentHash: review.contentHash, checks: CHECKS_OF_STEP[step], ...more }
    return this.as(role, `${pathOf(review)}/signatures`, { body })
  }

  /** As somebody else than those of the office. */
  signAs({ cookie }: Colleague, review: Review, step: ReviewStep) {
    const body = { step, contentHash: review.contentHash, checks: CHECKS_OF_STEP[step] }
    return this.lab.call(`/api/v1${pathOf(review)}/signatures`, { cookie, body })
  }

  async signAll(review: Review, steps = IN_ORDER): Promise<Review> {
    let last = review
    for (const step of steps) last = reviewOf(await this.sign(review, step))
    return last
  }

  async latest(id: string): Promise<Review | undefined> {
    const { items } = (await this.as('inspector', `/programmes/${id}/reviews`)).json() as { items: Review[] } // as above
    return items[0]
  }

  publish({ id, rev }: StaffProgramme) {
    return this.as('publisher', `/programmes/${id}/publish`, { body: { rev } })
  }

  patch({ id, rev }: StaffProgramme, more: object) {
    return this.as('editor', `/programmes/${id}`, { method: 'PATCH', body: { rev, ...more } })
  }
}
