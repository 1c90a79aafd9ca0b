import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { bufferEntry, hashEntry, readArchive } from './archive-reader.ts'
import { ArchiveWriter } from './archive-writer.ts'

const AT = new Date('2026-11-26T00:00:00Z')
let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'legal-archive-'))
  file = join(folder, 'b.ulan')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

async function write(...entries: readonly (readonly [string, Buffer])[]): Promise<void> {
  const writer = await ArchiveWriter.open(file, AT)
  for (const [name, bytes] of entries) await writer.add(name, bytes)
  await writer.finish()
}
async function* inPieces(bytes: Buffer, piece: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
}
const problem = (kind: string) => expect.objectContaining({ problem: expect.objectContaining({ kind }) })
const readAll = async (): Promise<string[]> => {
  const names: string[] = []
  for await (const { name } of readArchive(file)) names.push(name)
  return names
}

describe('a file that is written', () => {
  it('appears under its name when it is whole, and nobody else may read it', async () => {
    const writer = await ArchiveWriter.open(file, AT)
    await writer.add('first', Buffer.from('1'))
    expect(await readdir(folder)).toEqual([`b.ulan.unfinished-${hostname()}-${process.pid}`])
    await writer.finish()
    expect(await readdir(folder)).toEqual(['b.ulan'])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
  })

  it('is a tar that other tools open', async () => {
    await write(['backup.json', Buffer.from('{}')], ['media/assets/a1/7/0.m4s', Buffer.alloc(3_000, 7)])
    execFileSync('tar', ['xf', file, '-C', folder])
    expect(await readFile(join(folder, 'media/assets/a1/7/0.m4s'))).toEqual(Buffer.alloc(3_000, 7))
  })

  it('gives every byte back, of small entries and of large ones that come in pieces', async () => {
    const large = Buffer.alloc(20 * 1024 * 1024, Buffer.from(Array.from({ length: 251 }, (_, index) => index)))
    const writer = await ArchiveWriter.open(file, AT)
    const empty = await writer.add('empty', Buffer.alloc(0))
    const written = await writer.addStream('large', large.length, inPieces(large, 100_003))
    const last = await writer.add('last', Buffer.from('end'))
    await writer.finish()
    const hashes: unknown[] = []
    for await (const entry of readArchive(file)) hashes.push({ name: entry.name, ...(await hashEntry(entry)) })
    expect(hashes).toEqual([empty, written, last])
  })

  it('never replaces another', async () => {
    await writeFile(file, 'yesterday')
    await expect(ArchiveWriter.open(file, AT)).rejects.toEqual(problem('file-exists'))
    await rm(file)
    const writer = await ArchiveWriter.open(file, AT)
    await writeFile(file, 'a quicker one')
    await expect(writer.finish()).rejects.toEqual(problem('file-exists'))
    await writer.abandon()
    expect([await readdir(folder), await readFile(file, 'utf8')]).toEqual([['b.ulan'], 'a quicker one'])
  })

  it('into a folder that is not there is told', async () => {
    file = join(folder, 'usb/b.ulan')
    await expect(ArchiveWriter.open(file, AT)).rejects.toEqual(problem('folder-absent'))
  })

  it('that is given up leaves nothing', async () => {
    const writer = await ArchiveWriter.open(file, AT)
    await writer.add('first', Buffer.alloc(100_000))
    await writer.abandon()
    expect(await readdir(folder)).toEqual([])
  })

  it('takes away what one left behind that was killed, and leaves one that is at work', async () => {
    const dead = spawnSync(process.execPath, ['-e', '0']).pid
    const name = (owner: string) => `b.ulan.unfinished-${owner}`
    const others = [name(`${hostname()}-${process.ppid}`), name(`elsewhere-${dead}`), 'other.ulan']
    for (const each of [name(`${hostname()}-${dead}`), `a.ulan.unfinished-${hostname()}-${dead}`, ...others])
      await writeFile(join(folder, each), '')
    await write(['first', Buffer.from('1')])
    expect(await readdir(folder)).toEqual(['b.ulan', ...others].toSorted())
  })

  it('from a source that ends early is refused, not filled up', async () => {
    const writer = await ArchiveWriter.open(file, AT)
    await expect(writer.addStream('short', 10, [Buffer.alloc(9)])).rejects.toEqual(problem('file-unwritable'))
    await writer.abandon()
    expect(await readdir(folder)).toEqual([])
  })
})

describe('a file that is read', () => {
  it('goes on with the next entry, whether the last was read or not', async () => {
    await write(['a', Buffer.alloc(3_000_000)], ['b', Buffer.from('b')], ['c', Buffer.alloc(0)])
    expect(await readAll()).toEqual(['a', 'b', 'c'])
    for await (const entry of readArchive(file)) if (entry.name === 'b') expect((await bufferEntry(entry)).bytes.toString()).toBe('b')
  })

  it('is let go of by whoever has seen enough', async () => {
    await write(['a', Buffer.from('a')], ['b', Buffer.alloc(30_000_000)])
    for await (const entry of readArchive(file)) {
      expect(entry.name).toBe('a')
      break
    }
    for await (const entry of readArchive(file)) {
      if (entry.name === 'a') continue
      for await (const chunk of entry.body) {
        expect(chunk.length).toBeGreaterThan(0)
        break
      }
      break
    }
  })

  it.each([
    ['is not there', undefined, 'file-absent'],
    ['is no tar', Buffer.from('yesterday'.repeat(1_000)), 'not-a-backup'],
    ['is empty', Buffer.alloc(0), 'not-a-backup'],
  ])('and %s is told', async (_what, bytes, kind) => {
    if (bytes !== undefined) await writeFile(file, bytes)
    await expect(readAll()).rejects.toEqual(problem(kind))
  })

  it.each([700, 1_500, 5_000, 6_600])('and ends after %i bytes is cut short', async (size) => {
    await write(['a', Buffer.alloc(4_000, 1)], ['b', Buffer.alloc(1_000, 2)])
    await writeFile(file, (await readFile(file)).subarray(0, size))
    await expect(readAll()).rejects.toEqual(problem('cut-short'))
  })

  it('and has a spoilt heading is damaged after the entry before', async () => {
    await write(['a', Buffer.alloc(512, 1)], ['b', Buffer.alloc(512, 2)])
    const bytes = await readFile(file)
    bytes[1_024] = 0xff
    await writeFile(file, bytes)
    await expect(readAll()).rejects.toEqual(
      expect.objectContaining({ problem: { kind: 'damaged', detail: 'what follows a cannot be read' } }),
    )
  })

  it('and holds anything but files is refused', async () => {
    execFileSync('ln', ['-s', '/etc/passwd', join(folder, 'link')])
    execFileSync('tar', ['cf', file, '-C', folder, 'link'])
    await expect(readAll()).rejects.toEqual(problem('not-a-backup'))
  })
})
