import { mkdtemp, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openMediaStore } from '@ulan/media'
import { describeMediaStore } from './store-suite.ts'

describeMediaStore('a folder', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'legal-media-'))
  const opened = await openMediaStore({ kind: 'file', folder }, { clock: () => new Date() })
  if (!opened.ok) throw opened.trouble
  return {
    store: opened.store,
    takeAway: () => rename(folder, `${folder}-elsewhere`),
    bringBack: () => rename(`${folder}-elsewhere`, folder),
    close: () => rm(folder, { recursive: true, force: true }),
  }
})
