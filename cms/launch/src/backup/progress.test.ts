import { expect, it } from 'vitest'
import { createProgress } from './progress.ts'

it('a terminal sees one line, written again at most five times a second', () => {
  const written: string[] = []
  let nowMs = 0
  const progress = createProgress({ isTTY: true, write: (text) => written.push(text) }, () => nowMs)
  progress.show({ step: 'media', items: 'title 1 of 3', sizeBytes: 1_500_000 })
  nowMs = 199
  progress.show({ step: 'media', items: 'title 2 of 3' })
  nowMs = 200
  progress.show({ step: 'media', items: 'title 3 of 3' })
  progress.end()
  expect(written).toEqual(['\r\u001b[Kmedia · title 1 of 3 · 1.5 MB', '\r\u001b[Kmedia · title 3 of 3', '\r\u001b[K'])
})

it('a log file sees nothing of it', () => {
  const written: string[] = []
  const progress = createProgress({ write: (text) => written.push(text) }, () => 0)
  progress.show({ step: 'media' })
  progress.end()
  expect(written).toEqual([])
})
