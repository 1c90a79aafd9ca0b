import type { Review, StaffProgramme } from '@ulan/contract'
import type { CmsLab } from './cms-lab.ts'

/** Programmes that were submitted, each for another route to be asked of; `signer` reads proofs, `chief` has the last word. */
export async function makeUnderReview(lab: CmsLab, admin: string) {
  const asAdmin = (path: string, body: object) => lab.call(`/api/v1${path}`, { cookie: admin, body })
  const submit = async (name: string): Promise<Review> => {
    const assetId = lab.library.put(`clip-${name}`, 'ready')
    const made = await asAdmin('/programmes', { kind: 'lecture', title: { 'zh-Hans': '待审' }, assetId })
    const { id, rev } = made.json() as StaffProgramme // has tests of its own
    return (await asAdmin(`/programmes/${id}/reviews`, { rev })).json() as Review // as above
  }
  const pathOf = ({ programmeId, number }: Review): string => `/programmes/${programmeId}/reviews/${String(number)}`
  const talked = await submit('talked')
  const remark = await asAdmin(`${pathOf(talked)}/remarks`, { text: '请核对', anchor: { kind: 'whole' } })
  return {
    signer: await lab.signIn('proofreader'),
    chief: await lab.signIn('reviewer-3'),
    contentHash: talked.contentHash,
    talked: pathOf(talked),
    remarkId: (remark.json() as Review).remarks[0]?.id ?? '', // as above
    returned: pathOf(await submit('returned')),
    vetoed: pathOf(await submit('vetoed')),
    withdrawn: pathOf(await submit('withdrawn')),
  }
}
