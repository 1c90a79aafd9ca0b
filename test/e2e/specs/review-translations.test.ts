import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Translation } from '@ulan/contract'
import { translationExportSchema } from '@ulan/contract/texts'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ApiClient, createApiClient } from '../../lab/api-client.ts'
import { createLab, type Lab } from '../../lab/lab.ts'
import { REPOSITORY, spawnServer } from '../../lab/server-process.ts'
import type { WatchedPage } from '../fixtures/browser.ts'
import { newsroomStory } from '../fixtures/newsroom-story.ts'
import { TranslationBoard } from '../page-objects/translation-board.ts'

const SENTENCE = 'ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠦᠰᠦᠭ ᠪᠢᠴᠢᠭ᠌'
const OTHER = 'ᠥᠭᠡᠷ᠎ᠡ ᠦᠭᠡ'

describe('the office translates the interface', () => {
  const story = newsroomStory({ shows: 'gaps' })
  let lab: Lab
  let translatorDesk: WatchedPage
  let readerDesk: WatchedPage
  let board: TranslationBoard
  let readerBoard: TranslationBoard
  let reader: ApiClient
  /** A text of the television without Mongolian, and one with a hole. */
  let plain: Translation
  let holed: Translation

  beforeAll(async () => {
    lab = await story.begin(createLab({ env: { TRANSCODE_WORKERS: '0' } }))
    const sarna = await hire('sarna@example.cn', 'translator')
    const bator = await hire('bator@example.cn', 'proofreader')
    translatorDesk = await story.signIn({ as: { email: 'sarna@example.cn', password: sarna } })
    readerDesk = await story.signIn({ as: { email: 'bator@example.cn', password: bator } })
    board = new TranslationBoard(translatorDesk.page)
    readerBoard = new TranslationBoard(readerDesk.page)
    reader = createApiClient(lab.origin)
    await reader.signIn('bator@example.cn', bator)
    const { items } = await reader.must('listTranslations', { query: { locale: 'mn-Mong' } })
    const find = (isWanted: (text: Translation) => boolean): Translation => {
      // Rows are found by their Chinese.
      const found = items.find(
        (one) => one.state === 'missing' && isWanted(one) && items.filter(({ chinese }) => chinese === one.chinese).length === 1,
      )
      if (found === undefined) throw new Error('every text is translated: choose others for this test')
      return found
    }
    plain = find(({ file, chinese }) => file === 'tv-app/tv' && !chinese.includes('{{'))
    holed = find(({ file, chinese }) => file === 'contract/problem' && /^[^{]+\{\{\w+\}\}[^{]+$/.test(chinese))
  })

  /** An account, as an administrator makes it; answers its password. */
  async function hire(email: string, role: string): Promise<string> {
    const words = [join(REPOSITORY, 'cms/launch/src/staff-command.ts'), '--staff', 'add', email, '--role', role]
    const command = spawnServer({ DATA_DIR: lab.dataDir }, [process.execPath, ...words])
    await command.waitForExit(60_000)
    return command.output().trim().split(' ').at(-1) ?? ''
  }

  it('a translator sees what there is, how much is missing, and Mongolian in columns', async () => {
    await board.open()
    expect(await board.countOf('全部')).toBeGreaterThan(300)
    expect(await board.countOf('缺译文')).toBeGreaterThan(50)
    await board.show('待审')
    const columns = translatorDesk.page.locator('td .column-text').first()
    expect(await columns.evaluate((text) => getComputedStyle(text).writingMode)).toBe('vertical-lr')
    await translatorDesk.screenshot('translations-unreviewed')
    await board.showPlace('电视')
    await board.show('缺译文')
    await expect.poll(() => board.rows()).toContain(plain.chinese)
    await translatorDesk.screenshot('translations-missing')
  })

  it('what is typed is there again after the window was closed', async () => {
    await board.openRow(plain.chinese)
    await board.field().fill(SENTENCE)
    expect(await board.field().evaluate((field) => getComputedStyle(field).writingMode)).toBe('vertical-lr')
    await translatorDesk.screenshot('translations-typed')
    await translatorDesk.page.reload()
    // What was looked at is there again too.
    await board.search(plain.chinese)
    await board.row(plain.chinese).getByText('有未保存的译文').waitFor()
    await board.openRow(plain.chinese)
    expect(await board.field().inputValue()).toBe(SENTENCE)
    await board.showPlace('全部位置')
    await board.show('全部')
  })

  it('it is saved, waits for a review, and its writer may not pass it', async () => {
    const waiting = await board.countOf('待审')
    await board.button('保存译文').click()
    await expect.poll(() => board.countOf('待审')).toBe(waiting + 1)
    await board.editor().getByText('自己写的译文，请另一位同事审校。').waitFor()
    expect(await board.button('通过审校').isEnabled()).toBe(false)
    await translatorDesk.screenshot('translations-saved')
  })

  it('a translation without what the system fills in is refused in words', async () => {
    await board.search(holed.chinese)
    await board.openRow(holed.chinese)
    const [hole = ''] = holed.chinese.match(/\{\{\w+\}\}/) ?? []
    await board.editor().getByText(`${hole} 由系统填入，请在译文里原样保留。`).waitFor()
    await board.field().fill(SENTENCE)
    await board.button('保存译文').click()
    await translatorDesk.page.getByText(`译文里少了 ${hole}，请从中文里原样复制过来。`).waitFor()
    await translatorDesk.screenshot('translations-refused')
    await board.field().fill(`${SENTENCE} ${hole}`)
    await board.button('保存译文').click()
    await board.row(holed.chinese).getByText('待审').waitFor()
  })

  it('a second person finds it on top of what waits, and passes it', async () => {
    await readerBoard.open()
    await readerBoard.show('待审')
    expect((await readerBoard.rows()).slice(0, 2).toSorted()).toEqual([plain.chinese, holed.chinese].toSorted())
    await readerBoard.openRow(plain.chinese)
    await readerDesk.screenshot('translations-review')
    await readerBoard.button('通过审校').click()
    await readerBoard.row(plain.chinese).getByText('已审').waitFor()
    await readerBoard
      .editor()
      .getByText(/^bator@example\.cn 于 .+ 审校$/)
      .waitFor()
    await readerDesk.screenshot('translations-reviewed')
  })

  it('the file for the engineers holds what was reviewed, and nothing else', async () => {
    const [download] = await Promise.all([readerDesk.page.waitForEvent('download'), readerBoard.button('导出已审译文').click()])
    expect(download.suggestedFilename()).toMatch(/^translations-mn-Mong-\d{4}-\d\d-\d\d\.json$/)
    const { locale, files } = translationExportSchema.parse(JSON.parse(await readFile(await download.path(), 'utf8')))
    expect([locale, files]).toEqual(['mn-Mong', { 'tv-app/tv': { [plain.key]: { chinese: plain.chinese, text: SENTENCE } } }])
  })

  it('two who write the same text at once overwrite nothing', async () => {
    await board.field().fill(`${OTHER} ${holed.chinese.match(/\{\{\w+\}\}/)?.[0] ?? ''}`)
    const { id, chinese } = holed
    await reader.must('proposeTranslation', {
      params: { id },
      body: { rev: 1, chinese, text: `${holed.chinese.match(/\{\{\w+\}\}/)?.[0] ?? ''} ${SENTENCE}` },
    })
    await board.button('保存译文').click()
    await board.editor().getByText('这条译文或中文原文刚被改过。您写的还在，请对照后选择。').waitFor()
    await translatorDesk.screenshot('translations-overtaken')
    await board.button('保留我写的').click()
    expect(await board.field().inputValue()).toContain(OTHER)
    await board.button('保存译文').click()
    // The button is dark while it saves too: what counts is what the server holds.
    const held = async (): Promise<Translation | undefined> => {
      const { items } = await reader.must('listTranslations', { query: { locale: 'mn-Mong', file: 'contract/problem' } })
      return items.find((one) => one.id === id)
    }
    await expect.poll(held).toMatchObject({ rev: 3, proposal: { proposedBy: 'sarna@example.cn' } })
    await expect.poll(() => board.button('保存译文').isEnabled()).toBe(false)
  })

  it('Cyrillic is written in lines', async () => {
    await board.search('')
    await board.showLanguage('西里尔蒙古文')
    await board.show('缺译文')
    await translatorDesk.page.locator('.translation-open').first().click()
    await board.field().fill('Монгол бичиг')
    expect(await board.field().evaluate((field) => getComputedStyle(field).writingMode)).toBe('horizontal-tb')
    await translatorDesk.screenshot('translations-cyrillic')
  })
})
