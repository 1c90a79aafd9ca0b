import * as z from 'zod'

/** What a part of a film is to its viewers: the opening title, the place where its law is explained, the closing credits. */
const chapterKindSchema = z.enum(['opening', 'law-explained', 'credits']).meta({ id: 'ChapterKind' })

/** Longer than any film may be. */
const MOST_SECONDS = 86_400
const placeSchema = z.number().min(0).max(MOST_SECONDS)

/** A part of a film (a chapter, as W3C and EBU call it), from its first moment to the first one after it. */
export const chapterSchema = z
  .strictObject({ kind: chapterKindSchema, startSeconds: placeSchema, endSeconds: placeSchema })
  .meta({ id: 'Chapter' })

/** In their order in the film, none over another; `chapterProblems` says what breaks that. */
export const chaptersSchema = z.array(chapterSchema).max(20)

export type ChapterKind = z.infer<typeof chapterKindSchema>
export type Chapter = z.infer<typeof chapterSchema>
