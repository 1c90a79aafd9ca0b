import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import mongoose from 'mongoose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import { readStore, run } from './backup-lab.ts'

const GIVEN = process.env['TEST_MONGODB_URI']

describe.skipIf(GIVEN === undefined)('a backup between the embedded store and a MongoDB', () => {
  let folder: string
  let lab: Lab
  let uri: URL
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'legal-backup-mongodb-'))
    lab = await createLab({ seed: 'none', env: { TRANSCODE_WORKERS: '0' } })
    uri = new URL(GIVEN ?? '')
    uri.pathname = `/legal-${randomBytes(4).toString('hex')}`
  })
  afterAll(async () => {
    await lab.stop()
    const connection = await mongoose.createConnection(uri.href).asPromise()
    await connection.dropDatabase()
    await connection.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('goes there and comes back the same', async () => {
    await lab.kill9()
    const { units: _work, ...before } = await readStore(lab.dataDir)
    const [there, back] = [join(folder, 'there.ulan'), join(folder, 'back.ulan')]
    const at = (name: string) => ({ DATA_DIR: join(folder, name), MONGODB_URI: uri.href })
    expect(await run('backup', { DATA_DIR: lab.dataDir }, there)).toMatchObject({ code: 0 })
    expect(await run('restore', at('there'), there)).toMatchObject({ code: 0 })
    expect(await run('restore', at('again'), there), 'it is in use now').toMatchObject({ code: 1 })
    expect(await run('backup', at('there'), back)).toMatchObject({ code: 0 })
    expect(await run('restore', { DATA_DIR: join(folder, 'back') }, back)).toMatchObject({ code: 0 })
    expect(await readStore(join(folder, 'back'))).toEqual(before)
  })
})
