import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSweepLab, type SweepLab } from '../test-sweep-lab.ts'
import { sweepTracks } from './sweep-tracks.ts'

let lab: SweepLab
beforeEach(async () => {
  lab = await openSweepLab()
})
afterEach(() => lab.close())

const masters = async (): Promise<readonly string[]> => (await lab.needs.store.list('masters')).map(({ key }) => key).toSorted()
const removed = async (id: string) => (await lab.needs.assets.read(id))?.removedTracks?.map((track) => track.id)

it('the file of a sound that was taken out goes two days later, and no other', async () => {
  const at = lab.needs.clock()
  for (const file of ['master', 'track.a1', 'track.b2', 'track.c3']) await lab.file(`masters/film/${file}`)
  await lab.asset('film', { version: 10, removedTracks: [{ id: 'a1', at }] })
  lab.pass(47)
  expect(await sweepTracks(lab.needs)).toBe(0)
  await lab.change('film', {
    removedTracks: [
      { id: 'a1', at },
      { id: 'b2', at: lab.needs.clock() },
    ],
  })
  lab.pass(1)
  expect(await sweepTracks(lab.needs)).toBe(1)
  expect([await masters(), await removed('film')]).toEqual([
    ['masters/film/master', 'masters/film/track.b2', 'masters/film/track.c3'],
    ['b2'],
  ])
  lab.pass(48)
  expect([await sweepTracks(lab.needs), await sweepTracks(lab.needs)]).toEqual([1, 0])
  expect(await masters()).toEqual(['masters/film/master', 'masters/film/track.c3'])
})

it('a version that is being made, or that waits to be, may still read it', async () => {
  const removedTracks = [{ id: 'a1', at: lab.needs.clock() }]
  await lab.file('masters/film/track.a1')
  await lab.asset('film', { version: 10, status: 'encoding', removedTracks })
  lab.pass(72)
  expect(await sweepTracks(lab.needs)).toBe(0)
  await lab.change('film', { status: 'ready', isWishful: true })
  expect(await sweepTracks(lab.needs)).toBe(0)
  await lab.change('film', { isWishful: false })
  expect([await sweepTracks(lab.needs), await masters()]).toEqual([1, []])
})
