import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { renderClip } from '../e2e/fixtures/clip.ts'
import { createLab, type Lab, waitForAsset, waitForPosters } from '../lab/lab.ts'
import { freePort } from '../lab/server-process.ts'
import { median, round } from '../lab/statistics.ts'
import type { KeptAnswer } from './bare-server.ts'
import type { LoadOrder, LoadResult } from './load-generator.ts'
import type { Measured, Row } from './report.ts'

const run = promisify(execFile)
const ROUNDS = 7
const SECONDS = 1.5
const CONNECTIONS = 32
const AIM = 0.8
/** What a browser of 2018 or later asks for. */
const REQUEST_HEADERS = { 'accept-encoding': 'gzip, deflate, br', accept: '*/*' }

type Subject = { readonly work: string; readonly path: string }
type RoundFigures = { readonly ours: number; readonly bare: number }

/** Answers per second of the read path against bare `node:http` sending the same bytes; both alive at once, loaded in turn. */
export async function benchApi(): Promise<Measured> {
  const lab = await createLab({ seed: 60, env: { LOG_LEVEL: 'error' } })
  try {
    await waitForPosters(lab.visitor())
    const subjects = await prepareSubjects(lab)
    const answers = await Promise.all(subjects.map((subject) => keepAnswer(lab.origin, subject.path)))
    const bare = await startBareServer(answers)
    try {
      const figures = []
      for (const [index, subject] of subjects.entries()) {
        const rounds = await measure(subject.path, Number(new URL(lab.origin).port), bare.port)
        figures.push({ subject, rounds, bodyBytes: Buffer.from(answers[index]?.bodyBase64 ?? '', 'base64').length })
      }
      const method = `${CONNECTIONS} keep-alive connections from a process of its own, ${ROUNDS} rounds of ${SECONDS} s for each server in turn, median of the rounds' ratios.`
      return { rows: figures.map((figure) => toRow(figure.subject, figure.rounds)), method, details: figures }
    } finally {
      await bare.stop()
    }
  } finally {
    await lab.stop()
  }
}

/** A published programme with a real, encoded clip beside the sample catalogue: its playlist is the third subject. */
async function prepareSubjects(lab: Lab): Promise<readonly Subject[]> {
  const staff = await lab.signIn()
  const clip = await renderClip({ seconds: 12, widthPx: 854, heightPx: 480 })
  const asset = await staff.uploadAsset(clip.bytes, clip.fileName)
  const ready = await waitForAsset(staff, asset.id)
  const draft = await staff.must('createProgramme', {
    body: { kind: 'documentary', title: { 'zh-Hans': '草原上的一天' }, assetId: asset.id },
  })
  await staff.must('publishProgramme', { params: { id: draft.id }, body: { rev: draft.rev } })
  if (ready.playlistUrl === undefined) throw new Error('a ready asset without a playlist')
  return [
    { work: 'home, 60 programmes', path: '/api/v1/home?locale=zh-Hans&device=tv' },
    { work: 'programme', path: `/api/v1/programmes/${draft.id}?locale=zh-Hans` },
    { work: 'multivariant playlist', path: ready.playlistUrl },
  ]
}

/** Byte for byte as sent, still compressed; `fetch` would decode it. */
function keepAnswer(origin: string, path: string): Promise<KeptAnswer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(new URL(path, origin), { headers: REQUEST_HEADERS }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        if (response.statusCode !== 200) return reject(new Error(`${path} answered ${response.statusCode}`))
        resolve({ path, headers: ownHeaders(response.rawHeaders), bodyBase64: Buffer.concat(chunks).toString('base64') })
      })
    })
    sent.once('error', reject)
    sent.end()
  })
}

/** Without the ones that `node:http` adds by itself on either side. */
function ownHeaders(raw: readonly string[]): readonly (readonly [string, string])[] {
  const pairs: [string, string][] = []
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = raw[index] ?? ''
    if (!['date', 'connection', 'keep-alive'].includes(name.toLowerCase())) pairs.push([name, raw[index + 1] ?? ''])
  }
  return pairs
}

async function startBareServer(answers: readonly KeptAnswer[]): Promise<{ readonly port: number; stop(): Promise<void> }> {
  const port = await freePort()
  const file = join(tmpdir(), `legal-bare-${port}.json`)
  await writeFile(file, JSON.stringify(answers))
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts'), String(port), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return {
    port,
    stop: async () => {
      child.kill()
      await once(child, 'exit')
      await rm(file, { force: true })
    },
  }
}

async function measure(path: string, ownPort: number, barePort: number): Promise<readonly RoundFigures[]> {
  await load(path, ownPort, 1)
  await load(path, barePort, 1)
  const rounds: RoundFigures[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    // Who goes first changes, so that a machine growing slower or faster favours nobody.
    const bareFirst = round % 2 === 0 ? await load(path, barePort, SECONDS) : undefined
    const ours = await load(path, ownPort, SECONDS)
    rounds.push({ ours, bare: bareFirst ?? (await load(path, barePort, SECONDS)) })
  }
  return rounds
}

async function load(path: string, port: number, seconds: number): Promise<number> {
  const order: LoadOrder = { port, path, headers: REQUEST_HEADERS, connections: CONNECTIONS, seconds }
  const script = join(import.meta.dirname, 'load-generator.ts')
  const { stdout } = await run(process.execPath, [script, JSON.stringify(order)], { timeout: 60_000 })
  return (JSON.parse(stdout) as LoadResult).perSecond // printed by load-generator.ts
}

function toRow(subject: Subject, rounds: readonly RoundFigures[]): Row {
  const ratio = median(rounds.map((figures) => figures.ours / figures.bare))
  return {
    work: subject.work,
    unit: 'answers/s',
    ours: round(median(rounds.map((figures) => figures.ours))),
    against: { name: 'bare node:http', value: round(median(rounds.map((figures) => figures.bare))) },
    ratio: round(ratio, 2),
    aim: `≥ ${AIM}`,
    isMet: ratio >= AIM,
  }
}
