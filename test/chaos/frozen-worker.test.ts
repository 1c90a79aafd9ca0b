import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab, waitForAsset } from '../lab/lab.ts'
import { renderNumberedFilm } from '../lab/numbered-film.ts'
import type { ServerProcess } from '../lab/server-process.ts'
import { type StoredUnit, type StoreView, viewStore } from '../lab/store-view.ts'
import { waitUntil } from '../lab/wait-until.ts'
import { compareTitle } from '../lab/whole-titles.ts'
import { encodersOf, unitsDone } from '../lab/worker-process.ts'
import { startWorkerChild } from './worker-child.ts'

const FILM = { seconds: 44, widthPx: 640, heightPx: 360 }

describe('a worker that is frozen past its lease, and wakes up', () => {
  let lab: Lab
  let view: StoreView
  let frozen: ServerProcess
  let other: ServerProcess | undefined

  beforeAll(async () => {
    lab = await createLab({ env: { TRANSCODE_WORKERS: '0' } })
    view = await viewStore(lab.dataDir)
    frozen = await start()
  })
  afterAll(async () => {
    for (const worker of [frozen, other]) worker?.signal('SIGKILL')
    await view?.close()
    await lab?.stop()
  })

  const start = (): Promise<ServerProcess> => {
    const mediaDir = join(lab.dataDir, 'media')
    return startWorkerChild({ uri: view.uri, mediaDir, mediaStore: { kind: 'file', folder: mediaDir } })
  }
  const isHeld = (unit: StoredUnit): boolean => unit.worker?.split(':')[1] === String(frozen.processId)

  it.each(['its unit is at work elsewhere', 'its title is finished'])(
    'publishes nothing and harms nothing, when %s',
    async (moment) => {
      const staff = await lab.signIn()
      const { id } = await staff.uploadAsset(await renderNumberedFilm(FILM), 'film.mp4')
      const held = await waitUntil(
        'a long unit in its hands',
        async () => (await view.units({ state: 'running', kind: 'video', 'step.segmentCount': { $gt: 1 } })).find(isHeld),
        (unit) => unit !== undefined,
        60_000,
        20,
      )
      if (held === undefined) throw new Error('unreachable: the wait accepts only a unit')
      await waitUntil(
        'its encoder',
        () => encodersOf(frozen.processId),
        (encoders) => encoders.length > 0,
        10_000,
        10,
      )
      // Its encoder goes on and ends: what it made is there when the worker wakes up.
      process.kill(frozen.processId, 'SIGSTOP')
      const before = unitsDone(frozen)
      other = await start()
      if (moment === 'its title is finished') await waitForAsset(staff, id)
      else {
        await waitUntil(
          'somebody else to have it',
          async () => (await view.units({ _id: held._id }))[0],
          (unit) => unit === undefined || unit.fence > held.fence,
          60_000,
          20,
        )
      }
      process.kill(frozen.processId, 'SIGCONT')
      await waitUntil(
        'it to find out',
        () => frozen.output(),
        (text) => text.split('\n').some((line) => line.includes(`"unit":"${held._id}"`) && line.includes('lease lost')),
      )
      const asset = await waitForAsset(staff, id)
      expect(asset).toMatchObject({ attempt: 1, durationSeconds: FILM.seconds })
      await compareTitle(lab.origin, asset, FILM)
      expect(unitsDone(frozen).filter((unit) => !before.includes(unit))).not.toContain(held._id)
      await waitUntil(
        'everything half-done to go',
        () => readdir(join(lab.dataDir, 'media/work')),
        (names) => names.length === 0,
        90_000,
      )
      other.signal('SIGKILL')
      await other.waitForExit()
    },
    180_000,
  )
})
