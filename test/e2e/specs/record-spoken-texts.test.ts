import { beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import { openPage, type ScreenOptions, TV_SCREEN, type WatchedPage } from '../fixtures/browser.ts'
import { renderSound } from '../fixtures/clip.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { giveVoices } from '../fixtures/voice.ts'
import { TvApp } from '../page-objects/tv-app.ts'

const SMALL_DESK: ScreenOptions = { viewport: { width: 1280, height: 800 }, locale: 'zh-CN' }

describe('staff record what no device can speak', () => {
  const story = newsroomStory()
  let lab: Lab
  let desk: WatchedPage
  let railTitle: string
  beforeAll(async () => {
    lab = await story.begin(createReadyLab('samples'))
    const home = await lab.visitor().must('readHome', { query: { locale: 'mn-Mong', device: 'tv' } })
    const title = home.rails[0]?.title
    if (title?.locale !== 'mn-Mong') throw new Error('the starter catalogue has changed: its first rail has no Mongolian title')
    railTitle = title.text
    desk = await story.signIn({ screen: SMALL_DESK })
  })
  const row = () => desk.page.getByRole('row').filter({ hasText: railTitle })

  it('staff see what there is to record, and hand a recording in', async () => {
    await desk.page.getByRole('link', { name: '朗读录音' }).click()
    await row().waitFor()
    await desk.page.getByText(/^共 \d+ 段，已录 0 段$/).waitFor()
    await desk.screenshot('admin-recordings')
    await desk.page
      .getByLabel(`选择录音文件：${railTitle}`)
      .setInputFiles({ name: '栏目.m4a', mimeType: 'audio/mp4', buffer: await renderSound(2) })
    await row().locator('audio').waitFor()
    await desk.page.getByText(/^共 \d+ 段，已录 1 段$/).waitFor()
    await row().getByText('秒 · 刚刚').waitFor()
    await desk.screenshot('admin-recordings-one')
  })

  it('a file that is no sound is refused in words, and the recording stays', async () => {
    await desk.page
      .getByLabel(`选择录音文件：${railTitle}`)
      .setInputFiles({ name: '文字.wav', mimeType: 'audio/wav', buffer: Buffer.from('这不是声音') })
    await desk.page
      .getByText(/不是可用的声音|不是能用的声音|声音文件/)
      .first()
      .waitFor()
    await desk.screenshot('admin-recordings-refused')
    await row().locator('audio').waitFor()
  })

  it('a television without any voice plays it where the focus comes to these words', async () => {
    const watched = await openPage(story.browser(), lab.origin, TV_SCREEN)
    await giveVoices(watched.page, [])
    await watched.page.addInitScript(() => {
      if (location.protocol.startsWith('http')) localStorage.setItem('ulan.tv.locale', 'mn-Mong')
    })
    const tv = new TvApp(watched.page)
    await tv.open(lab.tvUrl)
    await expect.poll(() => tv.isSeen('App.Header.Read')).toBe(true)
    await tv.press('ArrowUp')
    await tv.waitForFocusIn('Header', 'Find')
    await tv.press('ArrowRight', 2)
    await tv.waitForFocusIn('Header', 'Read')
    await tv.press('Enter')
    await tv.settle()
    await watched.screenshot('tv-read-aloud-mongolian')
    const played = watched.page.waitForResponse((response) => response.url().includes('/media/recordings/'))
    await tv.press('ArrowDown', 2)
    await tv.waitForFocusIn('Home', 'Rail0')
    expect((await played).status()).toBeLessThan(300)
    expect(watched.faults).toEqual([])
    await watched.close()
  })

  it('staff delete it, and are asked first', async () => {
    await row()
      .getByRole('button', { name: /^删\s*除$/ })
      .click()
    await desk.page.getByText('确定要删除这段录音吗？').waitFor()
    await desk.page
      .getByRole('tooltip')
      .getByRole('button', { name: /^删\s*除$/ })
      .click()
    await desk.page.getByText(/^共 \d+ 段，已录 0 段$/).waitFor()
  })
})
