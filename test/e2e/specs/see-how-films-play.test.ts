import type { Beacon, ProgrammeId } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { createLab, type Lab } from '../../lab/lab.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'

const beacon = (more: Partial<Beacon> = {}): Beacon => ({
  device: 'tv',
  programmeId: 'grassland-law-song' as ProgrammeId,
  start: { answer: 40, playlist: 90, segment: 400, picture: 900 },
  watchedSeconds: 1800,
  stalls: 0,
  stalledSeconds: 0,
  end: 'ended',
  ...more,
})

describe('somebody who oversees looks at how films play', () => {
  const story = newsroomStory()
  let lab: Lab
  let watched: WatchedPage

  beforeAll(async () => {
    lab = await story.begin(createLab({ env: { TRANSCODE_WORKERS: '0' } }))
    watched = await story.signIn()
  })

  it('sees nothing before anybody watched, then sums and days by kind of device', async () => {
    const { page } = watched
    await page.getByRole('link', { name: '播放情况' }).click()
    await page.getByText('还没有播放记录').waitFor()
    const beacons = [
      beacon(),
      beacon({ end: 'left' }),
      beacon({ end: 'network', start: {}, watchedSeconds: 0 }),
      beacon({ device: 'tablet' }),
    ]
    await lab.visitor().must('createBeacons', { body: { beacons } })
    await page.reload()
    const rows = page.locator('tbody tr.ant-table-row')
    await expect.poll(() => rows.count()).toBe(2)
    expect(await rows.last().textContent()).toContain('平板')
    expect(await rows.first().locator('td').allTextContents()).toEqual([
      expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      '电视',
      '3',
      '0.8 秒',
      '0.9 秒',
      '',
      '33 %',
      '0 %',
    ])
    expect(await page.getByRole('img', { name: /0\.5 秒内 0, 1 秒内 2/ }).count()).toBe(1)
    expect(await page.locator('.quality-sums .ant-statistic-content-value').allTextContents()).toEqual(['4', '1.5', '25 %', '0 %'])
    await watched.screenshot('admin-quality')
  })
})
