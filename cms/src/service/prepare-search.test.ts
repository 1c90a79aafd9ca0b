import { expect, test } from 'vitest'
import { buildSnapshot } from '../domain/snapshot/build-snapshot.ts'
import { FIXTURE_CATALOGUE, fixtureProgramme } from '../domain/snapshot/catalogue-fixture.ts'
import { prepareSearch } from './prepare-search.ts'

const catalogueOf = (count: number) => {
  const programmes = Array.from({ length: count }, (_, index) => fixtureProgramme({ id: `p-${index}` }))
  return { ...FIXTURE_CATALOGUE, programmes: new Map(programmes.map((one) => [one.id, one])) }
}

test('lets others have their turn, and ends with its snapshot', async () => {
  const snapshot = buildSnapshot(catalogueOf(300), 'one')
  const next = buildSnapshot(FIXTURE_CATALOGUE, 'two')
  let asked = 0
  const live = { current: () => (++asked > 3 ? next : snapshot) }
  let turns = 0
  const count = (): void => {
    turns += 1
    if (turns < 100) setImmediate(count)
  }
  setImmediate(count)
  await prepareSearch(live, snapshot)
  expect(asked).toBe(4)
  expect(turns).toBeGreaterThanOrEqual(2)
  expect(turns).toBeLessThan(100)
})
