import { afterEach, describe, expect, test } from 'vitest'
import { BROWSE, EDGE, READING, SCREEN, type Writing } from './layout.ts'
import { TEXT_SIZES, USUAL_LOOK, wearLook } from './look.ts'
import { PLAYER } from './player-layout.ts'
import { QUIZ } from './quiz-layout.ts'
import { SEARCH_LAYOUT } from './search-layout.ts'
import { SETTINGS } from './settings-layout.ts'

const RIGHT_PX = SCREEN.widthPx - EDGE.xPx
const BOTTOM_PX = SCREEN.heightPx - EDGE.yPx
const WRITINGS: readonly Writing[] = ['horizontal', 'vertical']
/** Most answers that a question of ours has. */
const ANSWERS = 4

describe.each(TEXT_SIZES)('layouts for letters of size %s', (textSize) => {
  const wear = (): void => wearLook({ textSize, isHighContrast: false })
  afterEach(() => wearLook(USUAL_LOOK))

  test('a rail with the focus is wholly on screen, words and all', () => {
    wear()
    for (const writing of WRITINGS) {
      const { rail, firstRailYPx, scrolledRailYPx } = BROWSE[writing]
      const { poster, caption, title } = rail.card
      // Letters stand in the middle of their line.
      const endsPx = writing === 'horizontal' ? caption.yPx + (caption.pitchPx + caption.fontSizePx) / 2 : poster.heightPx
      expect(Math.max(firstRailYPx, scrolledRailYPx) + rail.items.yPx + Math.max(endsPx, rail.law.heightPx)).toBeLessThanOrEqual(BOTTOM_PX)
      expect(title.yPx + title.pitchPx).toBeLessThanOrEqual(writing === 'horizontal' ? caption.yPx : poster.heightPx)
    }
  })

  test('a hero has room for two lines of its story under the longest title, and its buttons end above the rails', () => {
    wear()
    const { hero, firstRailYPx } = BROWSE.horizontal
    const storyYPx = hero.start.yPx + hero.kicker.pitchPx + hero.gapPx + hero.title.heightPx + hero.gapPx
    expect(storyYPx + 2 * hero.synopsis.pitchPx).toBeLessThanOrEqual(hero.actionsYPx)
    expect(hero.actionsYPx + hero.button.heightPx).toBeLessThan(firstRailYPx)
  })

  test('columns beside a poster have room for two of its title and one of its caption', () => {
    wear()
    for (const card of [BROWSE.vertical.rail.card, SEARCH_LAYOUT.vertical.results.card]) {
      expect(2 * card.title.pitchPx + card.caption.pitchPx).toBeLessThanOrEqual(card.textEndPx ?? 0)
      expect(card.textEndPx).toBeLessThan(card.poster.xPx)
      expect(card.poster.xPx + card.poster.widthPx).toBeLessThan(card.pitchPx)
    }
  })

  test('results of a search stay within the screen', () => {
    wear()
    for (const writing of WRITINGS) {
      const { xPx, columns, card } = SEARCH_LAYOUT[writing].results
      expect(xPx + (columns - 1) * card.pitchPx + card.poster.xPx + card.poster.widthPx).toBeLessThanOrEqual(RIGHT_PX)
    }
    const { card, rowPx } = SEARCH_LAYOUT.horizontal.results
    expect(card.caption.yPx + card.caption.pitchPx).toBeLessThan(rowPx)
  })

  test('a question, its answers and the verdict stand clear of one another and of the edges', () => {
    wear()
    for (const writing of WRITINGS) {
      const { question, options, option, verdict, progress } = QUIZ[writing]
      const isLying = writing === 'horizontal'
      const alongPx = ANSWERS * (isLying ? option.heightPx : option.widthPx) + (ANSWERS - 1) * option.gapPx
      expect((isLying ? options.yPx : options.xPx) + alongPx).toBeLessThanOrEqual(isLying ? BOTTOM_PX : verdict.xPx)
      expect(isLying ? question.yPx + question.heightPx : question.xPx + question.widthPx).toBeLessThan(isLying ? options.yPx : options.xPx)
      expect(isLying ? progress.yPx + progress.pitchPx : progress.xPx + progress.pitchPx).toBeLessThanOrEqual(
        isLying ? question.yPx : question.xPx,
      )
      expect(verdict.xPx + verdict.widthPx).toBeLessThanOrEqual(RIGHT_PX)
      expect(verdict.yPx + verdict.heightPx).toBeLessThanOrEqual(BOTTOM_PX)
      expect(Math.floor((isLying ? option.label.heightPx : option.label.widthPx) / option.label.pitchPx)).toBe(2)
    }
  })

  test('settings in view, and the signs that there are more, are within the screen', () => {
    wear()
    for (const writing of WRITINGS) {
      const { rows, row, inView, before, after } = SETTINGS[writing]
      const isLying = writing === 'horizontal'
      const endPx = inView * ((isLying ? row.heightPx : row.widthPx) + row.gapPx) - row.gapPx
      expect((isLying ? rows.yPx : rows.xPx) + endPx).toBeLessThanOrEqual(isLying ? BOTTOM_PX : RIGHT_PX)
      expect(isLying ? after.yPx : after.xPx).toBeLessThanOrEqual(isLying ? BOTTOM_PX : RIGHT_PX)
      expect(isLying ? before.yPx : before.xPx).toBeLessThan(isLying ? rows.yPx : rows.xPx)
    }
  })

  test('the times of a film stand above the edge, and an article of law in its panel', () => {
    wear()
    expect(PLAYER.bar.yPx + PLAYER.clockGapPx + PLAYER.clock.pitchPx).toBeLessThanOrEqual(BOTTOM_PX)
    expect(READING.text.widthPx + 2 * READING.paddingPx).toBeLessThanOrEqual(READING.panel.widthPx)
    expect(READING.columnTitle.heightPx + 2 * READING.paddingPx).toBeLessThanOrEqual(READING.panel.heightPx)
  })
})
