import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeMachine, type Machine } from './machine.ts'

const RESULTS = join(import.meta.dirname, 'results')

/** One line of the table. `ratio` is ours ÷ against; `isMet` says whether the aim of the design is reached in this run. */
export type Row = {
  readonly work: string
  readonly unit: string
  readonly ours: number
  readonly against?: { readonly name: string; readonly value: number }
  readonly ratio?: number
  readonly aim?: string
  readonly isMet?: boolean
}
export type Measured = { readonly rows: readonly Row[]; readonly method: string; readonly details: unknown }
export type Bench = () => Promise<Measured>

type Report = { readonly name: string; readonly measuredAt: string; readonly machine: Machine } & Measured

/** Writes `<name>.json`, makes `results.md` anew from all JSON files, and returns this bench's own table. */
export async function writeReport(name: string, measured: Measured): Promise<string> {
  const report: Report = { name, measuredAt: new Date().toISOString(), machine: await describeMachine(), ...measured }
  await mkdir(RESULTS, { recursive: true })
  await writeFile(join(RESULTS, `${name}.json`), `${JSON.stringify(report, null, 1)}\n`)
  const files = (await readdir(RESULTS)).filter((file) => file.endsWith('.json')).sort()
  const reports = await Promise.all(files.map(async (file) => readReport(await readFile(join(RESULTS, file), 'utf8'))))
  await writeFile(
    join(RESULTS, 'results.md'),
    `# Measured\n\nMade by \`npm run bench\`; details in the JSON files.\n\n${reports.map(section).join('\n')}`,
  )
  return table(report.rows)
}

// The file was written by `writeReport` of this very module.
const readReport = (text: string): Report => JSON.parse(text) as Report

function section(report: Report): string {
  const { machine } = report
  const speed = machine.loopMs === undefined ? '' : `, ${machine.loopMs} ms for a fixed loop`
  const tools = `Node ${machine.node}, ${machine.ffmpeg}, ${machine.chromium}`
  const shape = `${machine.cpuModel}, ${machine.cores} cores, ${machine.memoryGib} GiB, ${machine.system}; load before ${machine.loadBefore}${speed}`
  return `## ${report.name}\n\n${report.measuredAt.slice(0, 10)} · ${shape} · ${tools}\n\n${report.method}\n\n${table(report.rows)}\n`
}

function table(rows: readonly Row[]): string {
  const head = '| work | unit | ours | against | ratio | aim | met |\n| --- | --- | ---: | ---: | ---: | --- | --- |'
  const lines = rows.map((row) => {
    const against = row.against === undefined ? '' : `${row.against.value} (${row.against.name})`
    const met = row.isMet === undefined ? '' : row.isMet ? 'yes' : 'no'
    return `| ${row.work} | ${row.unit} | ${row.ours} | ${against} | ${row.ratio ?? ''} | ${row.aim ?? ''} | ${met} |`
  })
  return `${[head, ...lines].join('\n')}\n`
}
