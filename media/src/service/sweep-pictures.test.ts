import type { PictureId } from '@ulan/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openSweepLab, type SweepLab } from '../test-sweep-lab.ts'
import { sweepPictures } from './sweep-pictures.ts'

let lab: SweepLab
let named: Set<PictureId>
let number = 0
beforeEach(async () => {
  lab = await openSweepLab()
  named = new Set()
})
afterEach(() => lab.close())

const sweep = () => sweepPictures(lab.needs, { namedPictures: async (ids) => new Set(ids.filter((id) => named.has(id))) })
const isThere = (id: PictureId) => lab.needs.pictures.has(id)
const isStored = async (id: PictureId): Promise<boolean> => (await lab.folders('pictures')).includes(id)

/** Made, and stored. */
async function picture(order = 'order'): Promise<PictureId> {
  number += 1
  const id = `p${number.toString(16).padStart(16, '0')}` as PictureId
  await lab.needs.pictures.begin(id, lab.needs.clock())
  await lab.file(`assets/pictures/${id}/poster-480.jpg`)
  await lab.needs.pictures.finish(id, `${order} ${number}`)
  return id
}

test('a picture that nobody names goes after its time, not before', async () => {
  const id = await picture()
  await sweep()
  lab.pass(47)
  await sweep()
  expect(await isThere(id)).toBe(true)
  lab.pass(1)
  expect(await sweep()).toBe(0)
  // Unknown from now on; its files are there for whoever was just about to name it.
  expect([await isThere(id), await isStored(id)]).toEqual([false, true])
  lab.pass(1)
  expect(await sweep()).toBe(1)
  expect(await isStored(id)).toBe(false)
  expect(await sweep()).toBe(0)
})

test('a picture that a programme names stays for ever, and its time begins when that ends', async () => {
  const id = await picture()
  named.add(id)
  for (let day = 0; day < 5; day += 1) {
    await sweep()
    lab.pass(24)
  }
  expect(await isThere(id)).toBe(true)
  named.delete(id)
  await sweep()
  lab.pass(40)
  named.add(id)
  await sweep()
  named.delete(id)
  await sweep()
  lab.pass(40)
  await sweep()
  expect(await isThere(id)).toBe(true)
})

test('a programme that was given it just as it left gets it back', async () => {
  const id = await picture()
  await sweep()
  lab.pass(48)
  await sweep()
  expect(await isThere(id)).toBe(false)
  named.add(id)
  lab.pass(1)
  expect(await sweep()).toBe(0)
  expect([await isThere(id), await isStored(id)]).toEqual([true, true])
})

test('making it again begins its time anew; while it is leaving, it has to have another name', async () => {
  const id = await picture()
  await sweep()
  lab.pass(40)
  expect(await lab.needs.pictures.ofOrder(`order ${number}`)).toBe(id)
  lab.pass(40)
  await sweep()
  expect(await isThere(id)).toBe(true)
  lab.pass(48)
  await sweep()
  expect([await isThere(id), await lab.needs.pictures.ofOrder(`order ${number}`)]).toEqual([false, undefined])
  expect(await lab.needs.pictures.begin(id, lab.needs.clock())).toBe(false)
  lab.pass(1)
  await sweep()
  expect(await lab.needs.pictures.begin(id, lab.needs.clock())).toBe(true)
})

test('what a kill left of one that was being made is unknown, and goes in the same time', async () => {
  const id = 'pffffffffffffffff' as PictureId
  await lab.needs.pictures.begin(id, lab.needs.clock())
  await lab.file(`assets/pictures/${id}/poster-480.jpg`)
  expect(await isThere(id)).toBe(false)
  await sweep()
  lab.pass(48)
  await sweep()
  lab.pass(1)
  expect(await sweep()).toBeGreaterThan(0)
  expect(await isStored(id)).toBe(false)
})

test('one whose files cannot be removed keeps none of the others back, and goes when they can', async () => {
  const [stuck, other] = [await picture(), await picture()]
  await sweep()
  lab.pass(48)
  await sweep()
  lab.pass(1)
  const { store } = lab.needs
  const remove = (key: string) => (key.includes(stuck) ? Promise.reject(new Error('busy')) : store.remove(key))
  const needs = { ...lab.needs, store: { ...store, remove } }
  await expect(sweepPictures(needs, { namedPictures: async () => new Set() })).rejects.toThrow(`picture ${stuck} cannot be swept`)
  expect([await isStored(stuck), await isStored(other)]).toEqual([true, false])
  expect(await sweep()).toBe(1)
  expect(await isStored(stuck)).toBe(false)
})
