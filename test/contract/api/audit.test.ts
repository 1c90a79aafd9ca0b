import type { AuditEntry, AuditPage, AuditRecord, StaffProgramme } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADMINISTRATOR, type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

let lab: CmsLab
let admin: string
beforeAll(async () => {
  lab = await createCmsLab()
  await lab.cms.seed(SMALL_CATALOGUE)
  admin = await lab.signIn()
})
afterAll(() => lab.close())

const list = async (query = ''): Promise<AuditPage> => (await lab.call(`/api/v1/audit${query}`, { cookie: admin })).json() as AuditPage // checked by the test of all routes
const latest = async (query = ''): Promise<AuditRecord | undefined> => (await list(query)).items[0]
const create = async (title: string): Promise<StaffProgramme> =>
  (await lab.call('/api/v1/programmes', { cookie: admin, body: { kind: 'lecture', title: { 'zh-Hans': title } } })).json() as StaffProgramme // as above
const rows = () => lab.connection.collection<{ _id: number; details: string }>('audit')

describe('the log', () => {
  it('says who did what to what, when and from where', async () => {
    const { id, rev } = await create('草原法讲座')
    await lab.call(`/api/v1/programmes/${id}`, { method: 'PATCH', cookie: admin, body: { rev, kind: 'documentary' } })
    expect(await latest()).toMatchObject({
      action: 'updateProgramme',
      target: id,
      by: { email: ADMINISTRATOR.email, role: 'administrator' },
      address: '127.0.0.1',
      details: JSON.stringify({ params: { id }, body: { rev, kind: 'documentary' } }),
      outcome: 'done',
    })
  })
  it('says what was refused, and why', async () => {
    const { id, rev } = await create('草原法讲座')
    await lab.call(`/api/v1/programmes/${id}/publish`, { cookie: admin, body: { rev } })
    expect(await latest()).toMatchObject({ action: 'publishProgramme', outcome: 'refused', problem: 'cannot-publish' })
  })
  it('says who signed in, and nothing of passwords', async () => {
    await lab.signIn()
    expect(await latest()).toMatchObject({ action: 'createSession', by: { email: ADMINISTRATOR.email } })
    await lab.call('/api/v1/session/password', {
      cookie: admin,
      body: { password: 'my very own secret', newPassword: 'another one of my own' },
    })
    expect(await latest()).toMatchObject({ action: 'changePassword', outcome: 'refused', problem: 'wrong-password' })
    expect(JSON.stringify(await rows().find().toArray())).not.toMatch(/my very own secret|another one of my own/)
  })
  it('says what was done on the server itself, and nothing of the password made there', async () => {
    const made = await lab.cms.staff.add('bob@example.cn', 'editor')
    expect(await latest()).toMatchObject({
      action: 'addStaffByCommand',
      address: 'command',
      by: { email: 'root@localhost' },
      outcome: 'done',
    })
    await lab.cms.staff.reset('nobody@example.cn')
    expect(await latest()).toMatchObject({ action: 'resetPasswordByCommand', outcome: 'refused', problem: 'not-found' })
    expect((await latest('?action=addStaffByCommand'))?.details).toBe(JSON.stringify({ email: 'bob@example.cn', role: 'editor' }))
    expect(JSON.stringify(await rows().find().toArray())).not.toContain(made.ok ? made.password : 'no password')
    expect((await lab.cms.verifyAudit()).fault).toBeUndefined()
  })
  it('is looked through by what was done, to what, by whom, and when', async () => {
    const { id } = await create('找得到的讲座')
    const made = await latest(`?action=createProgramme`)
    expect(made?.details).toContain('找得到的讲座')
    expect(made?.target).toBe(id)
    await lab.call(`/api/v1/programmes/${id}/take-down`, { cookie: admin, body: { rev: 1 } })
    expect((await list(`?target=${id}`)).items.map(({ action }) => action)).toEqual(['takeDownProgramme'])
    expect((await list(`?by=${made?.by.id ?? ''}&action=createProgramme`)).items.length).toBeGreaterThan(0)
    expect((await list(`?by=${'0'.repeat(24)}`)).items).toEqual([])
    expect((await list(`?from=${made?.at ?? ''}`)).items.map(({ seq }) => seq)).toContain(made?.seq)
    expect((await list(`?until=${made?.at ?? ''}`)).items.map(({ seq }) => seq)).not.toContain(made?.seq)
  })
  it('comes in pages without a gap', async () => {
    for (let made = 0; made < 101; made += 1) await create(`第${String(made)}讲`)
    const seen: AuditRecord[] = []
    let page = await list('?action=createProgramme')
    for (;;) {
      seen.push(...page.items)
      if (page.next === undefined) break
      page = await list(`?action=createProgramme&before=${String(page.next)}`)
    }
    expect(seen.length).toBeGreaterThan(100)
    expect(new Set(seen.map(({ seq }) => seq)).size).toBe(seen.length)
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map(({ seq }) => seq).toSorted((a, b) => b - a))
  })
  it('is one chain, also where two processes write it at once', async () => {
    const other = await lab.serve(await lab.secondCms())
    const writes = Array.from({ length: 20 }, (_, at) =>
      at % 2 === 0
        ? create(`一起${String(at)}`)
        : fetch(`${other}/api/v1/series`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-csrf': '1', cookie: admin },
            body: JSON.stringify({ kind: 'documentary', title: { 'zh-Hans': `系列${String(at)}` } }),
          }),
    )
    await Promise.all(writes)
    expect((await list('?action=createSeries')).items.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 10 }, () => 'done'))
    const { head, fault } = await lab.cms.verifyAudit()
    expect([fault, head.seq]).toEqual([undefined, await rows().countDocuments()])
  })
  it('is exported as it is kept', async () => {
    const exported = ((await lab.call('/api/v1/audit/export', { cookie: admin })).json() as { items: AuditEntry[] }).items
    expect(exported.map(({ seq }) => seq)).toEqual(exported.map((_, at) => at + 1))
    const rest = (await lab.call('/api/v1/audit/export?after=3', { cookie: admin })).json() as { items: AuditEntry[] }
    expect(rest.items[0]).toEqual(exported[3])
  })
  it('shows what somebody changed in the store behind its back', async () => {
    const middle = Math.floor((await rows().countDocuments()) / 2)
    const kept = await rows().findOne({ _id: middle })
    await rows().updateOne({ _id: middle }, { $set: { details: '{"body":{"kind":"lecture"}}' } })
    expect((await lab.cms.verifyAudit()).fault).toEqual({ seq: middle, fault: 'content' })
    await rows().deleteOne({ _id: middle })
    expect((await lab.cms.verifyAudit()).fault).toEqual({ seq: middle, fault: 'gap' })
    if (kept !== null) await rows().insertOne(kept)
    expect((await lab.cms.verifyAudit()).fault).toBeUndefined()
  })
})
