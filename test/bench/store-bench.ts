import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openEmbeddedStore } from '@ulan/embedded'
import mongoose from 'mongoose'
import { median, round } from '../lab/statistics.ts'
import type { Measured, Row } from './report.ts'

const ROUNDS = 5
const SECONDS = 1.5
/** What quiz answers must reach (design §9): they are handed to the store together, as many as came in one turn. */
const ANSWERS_AIM = { ratio: 0.5, perSecond: 1000 } as const
const UNORDERED = { ordered: false } as const

type Answer = { _id: string; quizId: string; device: string; receivedAt: Date; answers: { questionId: string; optionId: string }[] }
type Writer = (callers: number) => Promise<number>
type Case = {
  readonly work: string
  readonly callers: number
  readonly ours: Writer
  readonly aim?: { readonly ratio: number; readonly perSecond: number }
}

/** Durable writes per second on the embedded store through mongoose and its driver, against raw SQLite with the same rows and `synchronous=FULL`. */
export async function benchStore(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'legal-store-bench-'))
  const opened = await openEmbeddedStore({ dataDir: join(folder, 'data') })
  if (!opened.ok) throw new Error(`the store did not open: ${opened.problem.kind} ${opened.problem.detail}`)
  const connection = await mongoose.createConnection(opened.store.uri, { maxPoolSize: 100 }).asPromise()
  const database = openRawDatabase(join(folder, 'raw.sqlite'))
  try {
    const model = await createModel(connection)
    const raw = rawWriter(database)
    const cases: readonly Case[] = [
      { work: 'single writes, 1 caller', callers: 1, ours: singleWriter(model) },
      { work: 'single writes, 100 callers', callers: 100, ours: singleWriter(model) },
      {
        work: 'mongoose documents of one turn together, 100 a turn',
        callers: 100,
        ours: turnWriter((rows) => model.insertMany(rows, UNORDERED)),
      },
      { work: 'quiz answers of one turn together, 100 a turn', callers: 100, ours: turnWriter(answerWriter(connection)), aim: ANSWERS_AIM },
    ]
    const figures = []
    for (const each of cases) figures.push({ each, rounds: await compare(each.ours, raw, each.callers) })
    const method = `Each caller writes one row and waits until it is durable; two indexes. Raw SQLite commits as many rows at once as there are callers. ${ROUNDS} rounds of ${SECONDS} s in turn, median of the rounds' ratios.`
    const details = figures.map(({ each, rounds }) => ({ work: each.work, rounds }))
    return { rows: figures.map(({ each, rounds }) => toRow(each, rounds)), method, details }
  } finally {
    database.close()
    await connection.close()
    await opened.store.close()
    await rm(folder, { recursive: true, force: true })
  }
}

const newAnswer = (): Answer => ({
  _id: randomUUID(),
  quizId: 'grassland-quiz',
  device: 'tablet',
  receivedAt: new Date(),
  answers: ['q01', 'q02', 'q03'].map((questionId) => ({ questionId, optionId: 'a' })),
})

async function createModel(connection: mongoose.Connection): Promise<mongoose.Model<Answer>> {
  const schema = new mongoose.Schema<Answer>(
    { _id: String, quizId: String, device: String, receivedAt: Date, answers: [{ _id: false, questionId: String, optionId: String }] },
    { versionKey: false },
  )
  schema.index({ quizId: 1, receivedAt: 1 })
  const model = connection.model<Answer>('bench_answers', schema)
  await model.init()
  return model
}

/** Each caller writes its next row when the last one is durable. */
function singleWriter(model: mongoose.Model<Answer>): Writer {
  return (callers) =>
    timed(async (isOver) => {
      const counts = await Promise.all(
        Array.from({ length: callers }, async () => {
          let count = 0
          for (; !isOver(); count += 1) await model.create(newAnswer())
          return count
        }),
      )
      return counts.reduce((sum, count) => sum + count, 0)
    })
}

/** The call that the server makes for attempts: rows its contract has checked, without a mongoose document for each. */
function answerWriter(connection: mongoose.Connection): (rows: Answer[]) => Promise<unknown> {
  const rowsOf = connection.collection<Answer>('bench_answers')
  return (rows) => rowsOf.insertMany(rows, { ...UNORDERED, writeConcern: { w: 'majority', j: true } })
}

/** All callers of one turn share one command, as the server does with attempts that arrive together. */
function turnWriter(insert: (rows: Answer[]) => Promise<unknown>): Writer {
  return (callers) =>
    timed(async (isOver) => {
      let count = 0
      for (; !isOver(); count += callers) await insert(Array.from({ length: callers }, newAnswer))
      return count
    })
}

function openRawDatabase(file: string): DatabaseSync {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL')
  database.exec('CREATE TABLE answers (id TEXT PRIMARY KEY, quiz TEXT, received INTEGER, body BLOB) WITHOUT ROWID')
  database.exec('CREATE INDEX by_quiz ON answers (quiz, received)')
  return database
}

/** The fastest plain way: all rows that wait go into one commit. */
function rawWriter(database: DatabaseSync): Writer {
  const insert = database.prepare('INSERT INTO answers VALUES (?, ?, ?, ?)')
  return (callers) =>
    timed(async (isOver) => {
      let count = 0
      for (; !isOver(); count += callers) {
        database.exec('BEGIN IMMEDIATE')
        for (let index = 0; index < callers; index += 1) {
          const answer = newAnswer()
          insert.run(answer._id, answer.quizId, answer.receivedAt.getTime(), mongoose.mongo.BSON.serialize(answer))
        }
        database.exec('COMMIT')
      }
      return count
    })
}

async function timed(write: (isOver: () => boolean) => Promise<number>): Promise<number> {
  const startedAt = performance.now()
  const rows = await write(() => performance.now() - startedAt > SECONDS * 1000)
  return rows / ((performance.now() - startedAt) / 1000)
}

type Round = { readonly ours: number; readonly raw: number }

async function compare(throughStore: Writer, raw: Writer, callers: number): Promise<readonly Round[]> {
  await throughStore(callers) // connections opened, code compiled
  const rounds: Round[] = []
  for (let index = 0; index < ROUNDS; index += 1) rounds.push({ ours: await throughStore(callers), raw: await raw(callers) })
  return rounds
}

function toRow({ work, aim }: Case, rounds: readonly Round[]): Row {
  const ours = median(rounds.map((figures) => figures.ours))
  const ratio = median(rounds.map((figures) => figures.ours / figures.raw))
  const judged = aim && { aim: `≥ ${aim.ratio} × and ≥ ${aim.perSecond}`, isMet: ratio >= aim.ratio && ours >= aim.perSecond }
  return {
    work,
    unit: 'rows/s',
    ours: round(ours),
    against: { name: 'raw node:sqlite', value: round(median(rounds.map((figures) => figures.raw))) },
    ratio: round(ratio, 2),
    ...judged,
  }
}
