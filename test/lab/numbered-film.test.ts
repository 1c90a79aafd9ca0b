import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { framesOf, readFrameNumbers, renderNumberedFilm } from './numbered-film.ts'

test('every frame of a numbered film can be told by what it shows', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'legal-numbers-'))
  const path = join(folder, 'film.mp4')
  const film = { seconds: 6, widthPx: 640, heightPx: 360 }
  await writeFile(path, await renderNumberedFilm(film))
  expect(await readFrameNumbers(path)).toEqual(Array.from({ length: framesOf(film) }, (_, frame) => frame))
  await rm(folder, { recursive: true, force: true })
})
