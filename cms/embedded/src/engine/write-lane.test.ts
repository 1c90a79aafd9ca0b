import { afterEach, beforeEach, expect, it } from 'vitest'
import { Catalogue } from './catalogue.ts'
import { SqliteConnection } from './sqlite-connection.ts'
import type { WriteView } from './view.ts'
import { WriteLane } from './write-lane.ts'

let connection: SqliteConnection
let commits: number
let lane: WriteLane

beforeEach(() => {
  connection = new SqliteConnection(':memory:', { readOnly: false })
  connection.exec('CREATE TABLE seat (number INTEGER)')
  commits = 0
  const world = { nowMs: () => 0, newId: () => Buffer.alloc(16) }
  lane = new WriteLane(connection, world, new Catalogue([]), () => {
    commits += 1
  })
})
afterEach(() => connection.close())

const take = (number: number) => (view: WriteView) => view.connection.run('INSERT INTO seat VALUES (?)', number).changes
const takeAndFail = (number: number) => (view: WriteView) => {
  take(number)(view)
  throw new Error(`no ${number}`)
}

it.each([
  ['first of its batch', [takeAndFail(1), take(2), take(3)], [2, 3]],
  ['last of it', [take(1), take(2), takeAndFail(3)], [1, 2]],
  ['all of it', [takeAndFail(1), takeAndFail(2)], []],
])('a write that fails half-way leaves nothing and takes nobody with it: %s', async (_place, works, kept) => {
  const outcomes = await Promise.allSettled(works.map((work) => lane.write(work)))
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(kept.length)
  expect(connection.rows('SELECT number FROM seat ORDER BY number')).toEqual(kept.map((number) => [number]))
  expect(connection.inTransaction).toBe(false)
  expect(commits).toBe(kept.length > 0 ? 1 : 0)
})
