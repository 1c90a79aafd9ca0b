import { describe, expect, it } from 'vitest'
import { importsOf, wrongArrows } from './arrows.ts'

describe('arrows', () => {
  it('sees every form of import', () => {
    const text = "import a from 'a'\nimport type { B } from \"b\"\nexport { c } from './c.ts'\nconst d = await import('d')\nimport 'e'\n"
    expect(importsOf(text)).toEqual(['a', 'b', './c.ts', 'd', 'e'])
  })

  it('sees an import over several lines', () => {
    expect(importsOf("import {\n  a,\n  b,\n} from 'many'\n")).toEqual(['many'])
  })

  it('refuses a client that reaches into the server, a pure layer with effects, and media that knows the CMS', () => {
    const wrong = wrongArrows([
      { file: 'tv-app/src/main.ts', text: "import { x } from '../../cms/src/create-cms.ts'" },
      { file: 'cms/src/domain/publish.ts', text: "import { readFileSync } from 'node:fs'" },
      { file: 'media/src/run/run.ts', text: "import { createCms } from '@ulan/cms'" },
      { file: 'cms/src/http/app.ts', text: "import mongoose from 'mongoose'" },
      { file: 'tablet-web/src/app.tsx', text: "import { programmeSchema } from '@ulan/contract/schemas'" },
      { file: 'tv-app/src/app.ts', text: "import { unicodeOf } from '@ulan/contract/menksoft'" },
      { file: 'cms/contract/src/locale/clean-text.ts', text: "import { convertMenksoftToUnicode } from 'mongol-code'" },
    ])
    expect(wrong).toHaveLength(7)
  })

  it('keeps what media does apart from how it is asked', () => {
    const text = "import { x } from '../http/edge.ts'"
    const folders = ['service', 'work', 'run', 'probe', 'package', 'storage']
    expect(wrongArrows(folders.map((folder) => ({ file: `media/src/${folder}/x.ts`, text })))).toHaveLength(folders.length)
    expect(wrongArrows(['origin', 'upload'].map((folder) => ({ file: `media/src/${folder}/x.ts`, text })))).toEqual([])
    expect(wrongArrows([{ file: 'media/src/service/x.ts', text: "import express from 'express'" }])).toHaveLength(1)
  })

  it('lets a test reach into its whole package, not beyond', () => {
    const reach = (target: string) => wrongArrows([{ file: 'media/src/upload/x.test.ts', text: `import { x } from '${target}'` }])
    expect([reach('../test-lab.ts'), reach('../../../cms/src/create-cms.ts').length]).toEqual([[], 1])
  })

  it('lets everyone speak through the contract', () => {
    expect(
      wrongArrows([
        { file: 'tv-app/src/main.ts', text: "import { pickText } from '@ulan/contract'" },
        { file: 'cms/src/domain/publish.ts', text: "import type { Programme } from '@ulan/contract'" },
        { file: 'media/src/run/run.ts', text: "import { planLadder } from '../plan/ladder.ts'" },
      ]),
    ).toEqual([])
  })
})
