import { sizeText } from './report.ts'

export type ProgressState = { readonly step: string; readonly items?: string; readonly sizeBytes?: number }
/** What a long piece of work says about how far it is. */
export type Progress = { show(state: ProgressState): void; end(): void }

const EVERY_MS = 200
const CLEAR_LINE = '\r\u001b[K'

/** One line that is written over again and again on a terminal; nothing where nobody looks, as under cron. */
export function createProgress(out: { readonly isTTY?: boolean; write(text: string): unknown }, nowMs: () => number): Progress {
  if (out.isTTY !== true) return { show: () => undefined, end: () => undefined }
  let shownAtMs = Number.NEGATIVE_INFINITY
  return {
    show(state) {
      if (nowMs() - shownAtMs < EVERY_MS) return
      shownAtMs = nowMs()
      out.write(`${CLEAR_LINE}${progressText(state)}`)
    },
    end: () => void out.write(CLEAR_LINE),
  }
}

const progressText = ({ step, items, sizeBytes }: ProgressState): string =>
  [step, items, sizeBytes === undefined ? undefined : sizeText(sizeBytes)].filter((part) => part !== undefined).join(' · ')
