import { homeSchema } from '@ulan/contract/schemas'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type CmsLab, createCmsLab } from './cms-lab.ts'
import { SMALL_CATALOGUE } from './small-catalogue.ts'

let lab: CmsLab
beforeEach(async () => {
  lab = await createCmsLab()
})
afterEach(() => lab.close())

const count = (collection: string) => lab.connection.collection(collection).countDocuments()
type Marker = { _id: string; state: string }
const settings = () => lab.connection.collection<Marker>('settings')

describe('seeding', () => {
  it('fills an empty store once, and the public sees it with the answer', async () => {
    lab.library.put('clip-song', 'awaiting-master')
    expect(await lab.cms.seed(SMALL_CATALOGUE)).toEqual({ seeded: true })
    const home = homeSchema.parse((await lab.call('/api/v1/home')).json())
    expect(home.rails[0]?.cards.map((card) => [card.id, card.isPlayable, card.isSample])).toEqual([
      ['song', false, true],
      ['xiaosi', false, true],
    ])
    expect(await lab.cms.seed(SMALL_CATALOGUE)).toEqual({ seeded: false })
    expect(await count('programmes')).toBe(SMALL_CATALOGUE.programmes.length)
  })
  it('finishes what a power cut left half done, and changes nothing that is there', async () => {
    await lab.cms.seed(SMALL_CATALOGUE)
    await settings().updateOne({ _id: 'starter-catalogue' }, { $set: { state: 'begun' } })
    await lab.connection.collection<{ _id: string }>('programmes').deleteOne({ _id: 'xiaosi-one' })
    await lab.connection.collection<{ _id: string }>('programmes').updateOne({ _id: 'song' }, { $set: { rev: 7 } })
    await lab.connection.collection('rails').deleteMany({})
    expect(await lab.cms.seed(SMALL_CATALOGUE)).toEqual({ seeded: true })
    expect([await count('programmes'), await count('rails')]).toEqual([2, 2])
    const song = await lab.connection.collection<{ _id: string; rev: number }>('programmes').findOne({ _id: 'song' })
    expect(song?.rev).toBe(7)
  })
  it('leaves a store alone that somebody has worked in', async () => {
    const cookie = await lab.signIn()
    await lab.call('/api/v1/programmes', { cookie, body: { kind: 'lecture', title: { 'zh-Hans': '我的' } } })
    expect(await lab.cms.seed(SMALL_CATALOGUE)).toEqual({ seeded: false })
    expect([await count('programmes'), await count('rails')]).toEqual([1, 0])
  })
})
