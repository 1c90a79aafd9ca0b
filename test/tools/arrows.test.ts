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
    ])
    expect(wrong).toHaveLength(5)
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
