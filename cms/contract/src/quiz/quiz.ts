import * as z from 'zod'
import { attemptIdSchema, lawIdSchema, programmeIdSchema, questionIdSchema, quizIdSchema } from '../id/id.ts'
import { localeSchema, localizedTextSchema, localTextSchema } from '../locale/text-schema.ts'

const citationSchema = z.strictObject({ lawId: lawIdSchema, article: z.string(), quote: z.string() })

/** A question of the bank; single choice. Options stay in order unless `shuffle` (years and hours read in order). */
export const questionSchema = z
  .strictObject({
    id: questionIdSchema,
    topic: z.string(),
    difficulty: z.int().min(1).max(3),
    text: localizedTextSchema,
    options: z
      .array(z.strictObject({ id: z.string().max(8), text: localizedTextSchema }))
      .min(2)
      .max(6),
    correctOptionId: z.string().max(8),
    explanation: localizedTextSchema,
    citation: citationSchema.optional(),
    shuffle: z.boolean(),
  })
  .meta({ id: 'Question' })

export const quizSchema = z
  .strictObject({ id: quizIdSchema, title: localizedTextSchema, questionIds: z.array(questionIdSchema).min(1).max(20) })
  .meta({ id: 'Quiz' })

/** A quiz as a client plays it, on line or off line: answers and reasons included, since it teaches, not examines. */
export const playableQuizSchema = z
  .strictObject({
    id: quizIdSchema,
    title: localTextSchema,
    questions: z.array(
      z.strictObject({
        id: questionIdSchema,
        text: localTextSchema,
        options: z.array(z.strictObject({ id: z.string(), text: localTextSchema })),
        correctOptionId: z.string(),
        explanation: localTextSchema,
        citation: z.strictObject({ lawId: lawIdSchema, lawTitle: z.string(), article: z.string(), quote: z.string() }).optional(),
      }),
    ),
  })
  .meta({ id: 'PlayableQuiz' })

const answerSchema = z
  .strictObject({ questionId: questionIdSchema, optionId: z.string().max(8), answeredAt: z.iso.datetime() })
  .meta({ id: 'Answer' })

/** One run through a quiz by somebody: immutable, nothing personal in it. The score is derived, never sent. */
export const attemptCreateSchema = z
  .strictObject({
    id: attemptIdSchema,
    quizId: quizIdSchema,
    programmeId: programmeIdSchema.optional(),
    device: z.enum(['tv', 'tablet']),
    locale: localeSchema,
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime(),
    answers: z.array(answerSchema).max(20),
  })
  .meta({ id: 'AttemptCreate' })

const scoreSchema = z.strictObject({ correct: z.int(), total: z.int() }).meta({ id: 'Score' })

export const attemptReceiptSchema = z
  .strictObject({ id: attemptIdSchema, isNew: z.boolean(), receivedAt: z.iso.datetime(), score: scoreSchema })
  .meta({ id: 'AttemptReceipt' })

/** As stored. Figures go by `takenAt`: the device's own instants may come from a clock that was never set. */
export const attemptSchema = attemptCreateSchema
  .extend({ receivedAt: z.iso.datetime(), takenAt: z.iso.datetime(), datedBy: z.enum(['device', 'arrival']), score: scoreSchema })
  .meta({ id: 'Attempt' })

export type Question = z.infer<typeof questionSchema>
export type Quiz = z.infer<typeof quizSchema>
export type PlayableQuiz = z.infer<typeof playableQuizSchema>
export type PlayableQuestion = PlayableQuiz['questions'][number]
export type Answer = z.infer<typeof answerSchema>
export type AttemptCreate = z.infer<typeof attemptCreateSchema>
export type Attempt = z.infer<typeof attemptSchema>
export type AttemptReceipt = z.infer<typeof attemptReceiptSchema>
export type Score = z.infer<typeof scoreSchema>
