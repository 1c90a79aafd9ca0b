import type { PlayableQuiz, ProgrammeDetail, ProgrammeId } from '@ulan/contract'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lab } from '../../lab/lab.ts'
import {
  launchBrowser,
  openPage,
  type ScreenOptions,
  TABLET_LANDSCAPE,
  TABLET_PORTRAIT,
  TABLET_SHORT,
  TV_SCREEN,
  type WatchedPage,
} from '../fixtures/browser.ts'
import { createReadyLab } from '../fixtures/ready-lab.ts'
import { tellInOrder } from '../fixtures/story.ts'
import { giveVoices, sayingNow, wordsNow } from '../fixtures/voice.ts'
import { TabletApp } from '../page-objects/tablet-app.ts'
import { TvApp } from '../page-objects/tv-app.ts'

/** Of the starter catalogue; it has a quiz. */
const PROGRAMME = 'moonlit-fiddle' as ProgrammeId
const CHINESE = ['zh-CN']

/** Things in the bar that lie over each other, in pairs. */
const clashes = (page: Page): Promise<readonly string[]> =>
  page.locator('header.bar').evaluate((bar) => {
    const parts = [...bar.querySelectorAll('.brand-sign, .brand-name, .icon-button, .languages')]
    const boxes = parts.map((part) => ({ name: part.getAttribute('class') ?? '', box: part.getBoundingClientRect() }))
    return boxes.flatMap((one, at) =>
      boxes
        .slice(at + 1)
        .filter(
          ({ box }) => box.width > 0 && box.x < one.box.right && one.box.x < box.right && box.y < one.box.bottom && one.box.y < box.bottom,
        )
        .map((other) => `${one.name} and ${other.name}`),
    )
  })

describe('whoever cannot read has it read aloud', () => {
  tellInOrder()
  let lab: Lab
  let browser: Browser
  let programme: ProgrammeDetail
  let quiz: PlayableQuiz

  beforeAll(async () => {
    lab = await createReadyLab('samples')
    programme = await lab.visitor().must('readProgramme', { params: { id: PROGRAMME } })
    if (programme.quiz === undefined) throw new Error('the starter catalogue has changed: this programme has no quiz')
    quiz = programme.quiz
    browser = await launchBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await lab?.stop()
  })

  const withVoices = async (screen: ScreenOptions, voices: readonly string[]): Promise<WatchedPage> => {
    const watched = await openPage(browser, lab.origin, screen)
    await giveVoices(watched.page, voices)
    return watched
  }

  describe('on a television', () => {
    let watched: WatchedPage
    let tv: TvApp
    beforeAll(async () => {
      watched = await withVoices(TV_SCREEN, CHINESE)
      tv = new TvApp(watched.page)
      await tv.open(lab.tvUrl)
      await tv.waitForPage('Home')
    })
    afterAll(async () => {
      expect(watched.faults).toEqual([])
      await watched.close()
    })

    it('is off until it is asked for, beside the search', async () => {
      await expect.poll(() => tv.isSeen('App.Header.Read')).toBe(true)
      await tv.press('ArrowUp')
      await tv.waitForFocusIn('Header', 'Find')
      await tv.press('ArrowRight')
      await tv.waitForFocusIn('Header', 'Settings')
      await tv.press('ArrowRight')
      await tv.waitForFocusIn('Header', 'Read')
      expect(await wordsNow(watched.page)).toEqual([])
      await tv.press('Enter')
      await expect.poll(() => wordsNow(watched.page)).toEqual(['朗读已开'])
      await tv.settle()
      await watched.screenshot('tv-read-aloud')
    })

    it('says where the focus comes: the recommendation and its button, then a rail and its card, then the next card alone', async () => {
      await tv.press('ArrowDown')
      const home = await lab.visitor().must('readHome', { query: { locale: 'zh-Hans', device: 'tv' } })
      const hero = home.heroes[0]
      await expect.poll(() => wordsNow(watched.page)).toContain(hero?.card.title.text)
      expect((await sayingNow(watched.page)).at(-1)).toEqual({ lang: 'zh-CN', text: '详情' })
      await tv.press('ArrowDown')
      const [first, second] = home.rails[0]?.cards ?? []
      await expect
        .poll(() => wordsNow(watched.page).then((words) => words.slice(0, 2)))
        .toEqual([home.rails[0]?.title.text, first?.title.text])
      await tv.press('ArrowRight')
      await expect.poll(() => wordsNow(watched.page).then((words) => words[0])).toBe(second?.title.text)
    })

    it('reads a question with its number and the answer in focus, then the next answer, then what is right and why', async () => {
      await watched.page.goto('about:blank')
      await tv.open(`${lab.tvUrl}#/quiz/${PROGRAMME}`)
      const [question] = quiz.questions
      const [first, second] = question?.options ?? []
      const all = (): Promise<string> => wordsNow(watched.page).then((words) => words.join(''))
      await expect.poll(all).toBe(`第 1 题，共 ${quiz.questions.length} 题${question?.text.text}A${first?.text.text}`)
      await tv.press('ArrowDown')
      await expect.poll(all).toBe(`B${second?.text.text}`)
      await tv.press('Enter')
      const verdict = question?.correctOptionId === second?.id ? '答对了！' : '答错了'
      await expect.poll(all).toContain(`${verdict}${question?.explanation.text}`)
      expect((await wordsNow(watched.page)).at(-1)).toBe('下一题')
    })

    it('says letters as they are typed, one by one, and what they find', async () => {
      await tv.press('ArrowUp')
      await tv.waitForFocusIn('Header')
      await watched.page.goto('about:blank')
      await tv.open(`${lab.tvUrl}#/search`)
      await tv.waitForFocusIn('Search', 'KeyA')
      await tv.typeLetters('CYF')
      await expect.poll(() => watched.page.evaluate(() => window.heard.map(({ text }) => text))).toContain('C，Y，F')
      const found = () => watched.page.evaluate(() => window.heard.some(({ text }) => /^找到 \d+ 个节目$/.test(text)))
      await expect.poll(found).toBe(true)
    })

    it('falls silent at once, and stays so on the next day', async () => {
      await tv.press('ContextMenu')
      await tv.waitForFocusIn('Header')
      await expect.poll(() => wordsNow(watched.page)).toEqual(['中文'])
      await tv.press('ArrowLeft')
      await tv.waitForFocusIn('Header', 'Read')
      await expect.poll(() => wordsNow(watched.page)).toEqual(['朗读已开'])
      await tv.press('Enter')
      await expect.poll(() => wordsNow(watched.page)).toEqual([])
      await watched.page.goto('about:blank')
      await tv.open(lab.tvUrl)
      await tv.press('ArrowDown')
      await tv.waitForFocusIn('Home', 'Rail0')
      await tv.settle()
      expect(await wordsNow(watched.page)).toEqual([])
    })

    it('is not offered where the box has no voice for any language', async () => {
      const silent = await withVoices(TV_SCREEN, ['en-US'])
      const other = new TvApp(silent.page)
      await other.open(lab.tvUrl)
      await other.press('ArrowUp')
      await other.waitForFocusIn('Header', 'Find')
      expect(await other.isSeen('App.Header.Read')).toBe(false)
      await other.press('ArrowRight')
      await other.waitForFocusIn('Header')
      await silent.close()
    })
  })

  describe('on a tablet', () => {
    let watched: WatchedPage
    let tablet: TabletApp
    const toggle = (pressed: boolean) => watched.page.getByRole('button', { name: pressed ? '朗读已开' : '朗读', exact: true })
    const all = (): Promise<string> => wordsNow(watched.page).then((words) => words.join(''))

    beforeAll(async () => {
      watched = await withVoices(TABLET_LANDSCAPE, CHINESE)
      tablet = new TabletApp(watched.page)
      await tablet.open(`${lab.tabletUrl}#/programme/${PROGRAMME}`)
    })
    afterAll(async () => {
      expect(watched.faults).toEqual([])
      await watched.close()
    })

    it('is off until it is asked for, and then says what is there', async () => {
      await watched.page.getByRole('heading', { level: 1 }).waitFor()
      expect(await all()).toBe('')
      await toggle(false).tap()
      await toggle(true).waitFor()
      await expect.poll(all).toContain(programme.title.text)
      expect(await all()).toContain(programme.synopsis.text.slice(0, 10))
      await tablet.settle()
      await watched.screenshot('tablet-read-aloud')
    })

    it('reads a question with all its answers, then the verdict with its reason', async () => {
      await watched.page.goto(`${lab.tabletUrl}#/quiz/${PROGRAMME}`)
      await expect.poll(all).toContain(quiz.title.text)
      await tablet.tapButton('开始答题')
      const [question] = quiz.questions
      await expect.poll(all).toContain(question?.text.text)
      for (const option of question?.options ?? []) expect(await all()).toContain(option.text.text)
      await watched.page.locator('button.option').first().tap()
      await expect.poll(all).toContain(question?.explanation.text.slice(0, 10))
      await tablet.tapButton('下一题')
      await expect.poll(all).toContain(quiz.questions[1]?.text.text)
      expect(await all()).not.toContain(question?.text.text)
    })

    it('in Mongolian a Chinese voice says only what stands there in Chinese', async () => {
      await tablet.chooseLanguage('ᠮᠣᠩᠭᠣᠯ')
      await expect.poll(() => sayingNow(watched.page).then((pieces) => pieces.length)).toBeGreaterThan(0)
      for (const { lang, text } of await sayingNow(watched.page)) {
        expect(lang).toBe('zh-CN')
        expect(text).not.toMatch(/[\u1800-\u18af]/)
      }
      await tablet.settle()
      await watched.screenshot('tablet-read-aloud-mongolian')
    })

    it.each([
      ['short', TABLET_SHORT],
      ['upright', TABLET_PORTRAIT],
    ])('has room for it on a tablet that is %s, in columns too', async (name, screen) => {
      const small = await withVoices(screen, CHINESE)
      const app = new TabletApp(small.page)
      await app.open(lab.tabletUrl)
      await app.settle()
      await small.screenshot(`tablet-read-aloud-${name}`)
      expect((await app.overflow()).acrossPx).toBeLessThanOrEqual(0)
      expect(await clashes(small.page)).toEqual([])
      await app.chooseLanguage('ᠮᠣᠩᠭᠣᠯ')
      await expect.poll(() => app.flow()).toBe('vertical')
      await app.settle()
      await small.screenshot(`tablet-read-aloud-${name}-mongolian`)
      expect((await app.overflow()).downPx).toBeLessThanOrEqual(0)
      expect(await clashes(small.page)).toEqual([])
      await small.close()
    })

    it('falls silent at once', async () => {
      await toggle(true).tap()
      await toggle(false).waitFor()
      await expect.poll(all).toBe('')
    })
  })
})
