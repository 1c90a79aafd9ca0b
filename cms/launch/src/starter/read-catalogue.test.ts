import { chapterProblems } from '@ulan/contract'
import { beforeAll, describe, expect, it } from 'vitest'
import { ARTWORK } from './artwork/artwork-table.ts'
import { measureCatalogue } from './measure-catalogue.ts'
import { readClosingCitations, readStarterCatalogue } from './read-catalogue.ts'
import { loadTypefaces, type Typefaces } from './text/typefaces.ts'

const catalogue = readStarterCatalogue()
const articles = new Map(catalogue.laws.flatMap((law) => law.articles.map((article) => [`${law.id} ${article.number}`, article.text])))
const idsOf = (items: readonly { readonly id: string }[]): ReadonlySet<string> => new Set(items.map((item) => item.id))

describe('the starter catalogue', () => {
  it('is big enough to look like a product', () => {
    const kinds = (kind: string): number => catalogue.programmes.filter((programme) => programme.kind === kind).length
    expect(kinds('performance')).toBeGreaterThanOrEqual(7)
    expect(kinds('documentary')).toBe(3)
    expect(kinds('animation')).toBeGreaterThanOrEqual(3)
    expect(catalogue.laws).toHaveLength(13)
    expect(articles.size).toBe(67)
    expect(catalogue.questions).toHaveLength(20)
    expect(catalogue.regions).toHaveLength(115)
    expect(catalogue.rails.filter((rail) => rail.isHero)).toHaveLength(1)
  })

  it('has a rail for every kind it shows that a new programme of that kind comes into by itself', () => {
    const filled = new Set(catalogue.rails.flatMap(({ rule }) => (rule.kind === 'newest' ? [rule.programmeKind] : [])))
    for (const { kind } of catalogue.programmes) expect(filled).toContain(kind)
  })

  it('uses every id once', () => {
    const nouns = [catalogue.laws, catalogue.questions, catalogue.quizzes, catalogue.genres, catalogue.troupes, catalogue.rails]
    for (const items of [...nouns, catalogue.series, catalogue.programmes]) expect(idsOf(items).size).toBe(items.length)
    expect(new Set(catalogue.programmes.map((programme) => programme.assetId)).size).toBe(catalogue.programmes.length)
  })

  it('names only what it holds', () => {
    const [genres, troupes, quizzes, series] = [catalogue.genres, catalogue.troupes, catalogue.quizzes, catalogue.series].map(idsOf)
    const regions = new Set<string>(catalogue.regions.map((region) => region.code))
    const lost: string[] = []
    const need = (held: ReadonlySet<string> | undefined, id: string | undefined): void => {
      if (id !== undefined && held?.has(id) !== true) lost.push(id)
    }
    for (const programme of catalogue.programmes) {
      need(genres, programme.genreId)
      need(troupes, programme.troupeId)
      need(quizzes, programme.quizId)
      need(regions, programme.regionCode)
      need(series, programme.episodeOf?.seriesId)
    }
    for (const region of catalogue.regions) need(regions, region.parentCode)
    for (const troupe of catalogue.troupes) need(regions, troupe.regionCode)
    const watchable = new Set([...idsOf(catalogue.programmes), ...idsOf(catalogue.series)])
    const chosen = catalogue.rails.flatMap(({ rule }) => {
      if (rule.kind === 'manual') return rule.entries
      return rule.kind === 'newest' ? (rule.followedBy ?? []) : []
    })
    for (const entry of chosen) need(watchable, entry.id)
    expect(lost).toEqual([])
  })

  it('cites only articles that it holds, word for word', () => {
    const wrong = [
      ...catalogue.programmes.flatMap((programme) => (programme.laws ?? []).filter((law) => !articles.has(`${law.lawId} ${law.article}`))),
      ...catalogue.questions.filter(
        ({ citation }) => citation && !articles.get(`${citation.lawId} ${citation.article}`)?.includes(citation.quote),
      ),
    ]
    expect(wrong).toEqual([])
  })

  it('closes every clip with words of an article that the programme is about', () => {
    const citations = readClosingCitations()
    const wrong = catalogue.programmes.filter((programme) => {
      const citation = citations.get(programme.id)
      const isNamed = programme.laws?.some((law) => law.lawId === citation?.lawId && law.article === citation.article)
      return (
        citation === undefined ||
        isNamed !== true ||
        articles.get(`${citation.lawId} ${citation.article}`)?.includes(citation.quote) !== true
      )
    })
    expect(wrong.map((programme) => programme.id)).toEqual([])
    expect(citations.size).toBe(catalogue.programmes.length)
  })

  it('says where each film opens and where its law stands, in order and within the film', () => {
    for (const { assetId, chapters = [] } of catalogue.programmes) {
      const seconds = ARTWORK.find((artwork) => artwork.assetId === assetId)?.seconds
      expect([chapters.map(({ kind }) => kind), chapterProblems(chapters, seconds)]).toEqual([['opening', 'law-explained'], []])
    }
  })

  it('asks three known questions in every quiz, each with its right answer among the options', () => {
    const questions = idsOf(catalogue.questions)
    expect(catalogue.quizzes.length).toBeGreaterThanOrEqual(6)
    for (const quiz of catalogue.quizzes) {
      expect(new Set(quiz.questionIds).size).toBe(3)
      for (const id of quiz.questionIds) expect(questions.has(id)).toBe(true)
    }
    for (const question of catalogue.questions) expect(question.options.map((option) => option.id)).toContain(question.correctOptionId)
  })

  it('has Chinese wherever it has any text', () => {
    const texts = [...catalogue.programmes, ...catalogue.series, ...catalogue.rails, ...catalogue.quizzes].map((item) => item.title)
    const names = [...catalogue.genres, ...catalogue.troupes, ...catalogue.regions].map((item) => item.name)
    for (const text of [...texts, ...names]) expect(text['zh-Hans']).toBeTruthy()
    for (const programme of catalogue.programmes) expect(programme.synopsis?.['zh-Hans']?.length ?? 0).toBeGreaterThan(20)
  })

  it('numbers the episodes of each series without a gap and gives it a poster', () => {
    const drawn = new Set(ARTWORK.map((artwork) => artwork.assetId))
    for (const series of catalogue.series) {
      const numbers = catalogue.programmes.flatMap(({ episodeOf }) => (episodeOf?.seriesId === series.id ? [episodeOf.episode] : []))
      expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, index) => index + 1))
      expect(series.isSample).toBe(true)
      expect(series.posterAssetId !== undefined && drawn.has(series.posterAssetId)).toBe(true)
    }
    for (const programme of catalogue.programmes) {
      const artwork = ARTWORK.find((candidate) => candidate.assetId === programme.assetId)
      expect(programme.title['zh-Hans']).toContain(artwork?.title ?? 'no artwork')
    }
  })
})

describe('the words on pictures', () => {
  let faces: Typefaces
  beforeAll(async () => {
    faces = await loadTypefaces()
  })

  it('have a glyph for every character of every title', () => {
    for (const artwork of ARTWORK) {
      expect(faces.shapeLine('title', artwork.title).advance).toBeGreaterThan(0)
      if (artwork.mongolian !== '') expect(faces.shapeLine('mongolian', artwork.mongolian).advance).toBeGreaterThan(0)
    }
    for (const { quote, article } of readClosingCitations().values())
      expect(faces.shapeLine('title', quote + article).advance).toBeGreaterThan(0)
  })

  it('join their Mongolian letters: the same letter has another outline at the end of a word', () => {
    const word = faces.shapeLine('mongolian', 'ᠬᠠᠤᠯᠢ')
    const alone = faces.shapeLine('mongolian', 'ᠢ')
    expect(word.glyphs.at(-1)?.pathData).not.toBe(alone.glyphs[0]?.pathData)
  })

  it('refuse what they cannot draw', () => {
    expect(() => faces.shapeLine('title', '草\u{1F40E}')).toThrow(/no glyph/)
  })
})

describe('the catalogue for measuring', () => {
  it('has as many programmes as asked for, each with an id of its own and a known picture', () => {
    const measured = measureCatalogue(64)
    const assets = new Set(ARTWORK.map((artwork) => artwork.assetId))
    expect(idsOf(measured.programmes).size).toBe(64)
    expect(measured.programmes.every((programme) => assets.has(programme.assetId))).toBe(true)
    expect(measured.rails.flatMap((rail) => (rail.rule.kind === 'manual' && !rail.isHero ? rail.rule.entries : []))).toHaveLength(64)
  })
})
