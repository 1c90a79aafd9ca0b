import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { ProgrammeId } from '@ulan/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ApiClient } from '../lab/api-client.ts'
import { createLab, type Lab } from '../lab/lab.ts'
import { createRandom } from '../lab/seeded-random.ts'
import { REPOSITORY, spawnServer } from '../lab/server-process.ts'
import { LENGTH, SEED } from '../lab/test-length.ts'
import { waitUntil } from '../lab/wait-until.ts'

/** Sample programmes: the smallest number that the product takes. */
const SAMPLES = 20
const PLANNED = 4
/** How long after its planning each is due, and how long after all of it a kill may come, ms. */
const AHEAD_MS = 4000
const KILL_WITHIN_MS = 5500

describe(`${LENGTH.scheduleKills} kills while something falls due, seed ${SEED}`, () => {
  const random = createRandom(SEED)
  let lab: Lab
  let staff: ApiClient
  let ids: readonly ProgrammeId[]

  beforeAll(async () => {
    lab = await createLab({ seed: SAMPLES })
    staff = await lab.signIn()
    const { items } = await staff.must('listStaffProgrammes', { query: { status: 'published', rows: '100' } })
    ids = items.slice(0, PLANNED).map(({ id }) => id)
  }, 120_000)
  afterAll(() => lab?.stop())

  /** Changes all of them, each to go out a little after the one before. */
  async function planAll(title: string): Promise<void> {
    const changed = []
    for (const id of ids) {
      const { rev } = await staff.must('readStaffProgramme', { params: { id } })
      changed.push(await staff.must('updateProgramme', { params: { id }, body: { rev, title: { 'zh-Hans': title } } }))
    }
    // From each call on, since a busy machine takes its time for them.
    for (const { id, rev } of changed)
      await staff.must('scheduleProgramme', { params: { id }, body: { rev, publishAt: new Date(Date.now() + AHEAD_MS).toISOString() } })
  }
  /** As an administrator types it while the server is down. */
  async function typeStaffCommand(): Promise<void> {
    const words = [join(REPOSITORY, 'cms/launch/src/staff-command.ts'), '--staff', 'verify-audit']
    const command = spawnServer({ DATA_DIR: lab.dataDir }, [process.execPath, ...words])
    await command.waitForExit(60_000)
    expect(command.output()).toContain('audit ok')
  }
  const shown = async (id: ProgrammeId): Promise<string> =>
    (await lab.visitor().must('readProgramme', { params: { id }, query: {} })).title.text

  it('lose none of it, do none of it twice, and keep its order', async () => {
    for (let kill = 1; kill <= LENGTH.scheduleKills; kill += 1) {
      const title = `第 ${String(kill)} 回定时发布`
      await planAll(title)
      await wait(random.below(KILL_WITHIN_MS))
      await lab.kill9()
      // It knows no media: were it to do what is due, it would find every film missing.
      if (kill === 1) await typeStaffCommand()
      await lab.restart()
      for (const id of ids)
        await waitUntil(
          `${id} to go out`,
          () => shown(id),
          (text) => text === title,
        )
    }
    for (const id of ids) {
      const { items } = await staff.must('listVersions', { params: { id } })
      expect(items.map(({ number }) => number)).toEqual(Array.from({ length: LENGTH.scheduleKills + 1 }, (_, at) => at + 1).toReversed())
    }
    const { items } = await staff.must('listAudit', { query: { action: 'scheduledPublish' } })
    const due = items.toReversed().map(({ details }) => (JSON.parse(details) as { plannedFor: string }).plannedFor)
    expect(due).toEqual(due.toSorted())
    // Of each round at most one was being done when the kill came; the log has it as begun.
    expect(items.filter(({ outcome }) => outcome === 'done').length).toBeGreaterThanOrEqual(
      ids.length * LENGTH.scheduleKills - LENGTH.scheduleKills,
    )
  }, 600_000)
})
