import { chmod, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findProgram } from '../../cms/launch/find-program.mjs'

test('a program is found anywhere on PATH, and only as a file that may be run', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'legal-path-'))
  const [empty, withFolder, withText, real] = ['a', 'b', 'c', 'd'].map((name) => join(folder, name))
  for (const place of [empty, withFolder, withText, real]) await mkdir(String(place))
  await mkdir(join(String(withFolder), 'legal-browser'))
  await writeFile(join(String(withText), 'legal-browser'), '', { mode: 0o644 })
  const path = `${String(empty)}:${String(withFolder)}::${String(withText)}:${String(real)}`
  expect(findProgram('legal-browser', path)).toBeUndefined()
  await writeFile(join(String(real), 'legal-browser'), '#!/bin/sh\n')
  await chmod(join(String(real), 'legal-browser'), 0o755)
  expect(findProgram('legal-browser', path)).toBe(join(String(real), 'legal-browser'))
})

test('the usual folders are looked at even where PATH leaves them out', () => {
  expect(findProgram('env', '')).toBe('/usr/bin/env')
})
