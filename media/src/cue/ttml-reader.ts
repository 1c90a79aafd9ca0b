import type { FoundFile } from './cue-file.ts'
import type { CueReport } from './cue-report.ts'
import { addText, closeContent, openContent, type TtmlBody, type TtmlContext } from './ttml-body.ts'
import { emptyHead, styleOfElement, type TtmlHead } from './ttml-style.ts'
import { readRates } from './ttml-time.ts'
import { walkXml, type XmlElement } from './ttml-xml.ts'

const CONTENT = new Set(['body', 'div', 'p', 'span'])
/** Elements that only hold others. */
const HOLDERS = new Set(['head', 'styling', 'layout'])

/** What the root says about lengths, for regions given in pixels or cells. */
function readRoot({ attributes }: XmlElement, head: TtmlHead): void {
  const [width = 0, height = 0] = (attributes.get('extent') ?? '').split(/[ \t]+/).map((one) => Number(/^(\d{1,6})px$/.exec(one)?.[1]))
  if (width > 0 && height > 0) head.extentPx = [width, height]
  const [columns = 0, rows = 0] = (attributes.get('cellResolution') ?? '').split(/[ \t]+/).map(Number)
  if (columns > 0 && rows > 0) head.cells = [columns, rows]
}

type OpenRegion = { readonly element: XmlElement; readonly style: Map<string, string> }

/** A style, or a region with the styles inside of it; what a region says itself wins. Returns the region that is open then. */
function openHeadElement(element: XmlElement, region: OpenRegion | undefined, head: TtmlHead): OpenRegion | undefined {
  const style = styleOfElement(element, head)
  const id = element.attributes.get('id')
  if (element.name === 'region') return { element, style: new Map(style) }
  if (region === undefined && id !== undefined) head.styles.set(id, style)
  for (const [name, value] of region === undefined ? [] : style) region?.style.set(name, region.style.get(name) ?? value)
  return region
}

/**
 * TTML and IMSC text profile: times in all their forms, sequences, bold, italic, underline, places and writing direction of
 * regions. `titleMs` ends what has no end. Pictures, animation and rolling text are passed over.
 */
export function readTtml(text: string, report: CueReport, titleMs: number | undefined): FoundFile {
  const head = emptyHead()
  const body: TtmlBody = { cues: [], levels: [] }
  const context: TtmlContext = { head, rates: readRates(() => undefined), report, titleMs }
  let region: OpenRegion | undefined
  /** Depth inside metadata or foreign elements, whose text nobody reads. */
  let passedOver = 0
  const open = (element: XmlElement): void => {
    const { name, attributes } = element
    if (passedOver > 0) passedOver++
    else if (name === 'tt') {
      readRoot(element, head)
      context.rates = readRates((one) => attributes.get(one))
    } else if (name === 'region' || name === 'style') region = openHeadElement(element, region, head)
    else if (CONTENT.has(name)) openContent(element, body, context)
    else if (name === 'br') addText('\n', body)
    else if (!HOLDERS.has(name)) passedOver = 1
  }
  const close = (element: XmlElement): void => {
    if (passedOver > 0) passedOver--
    else if (element !== region?.element) closeContent(element, body, context)
    else {
      const id = element.attributes.get('id')
      if (id !== undefined) head.regions.set(id, region.style)
      region = undefined
    }
  }
  walkXml(text, { open, close, text: (piece) => passedOver === 0 && addText(piece, body) }, report)
  return { blocks: [], cues: body.cues }
}
