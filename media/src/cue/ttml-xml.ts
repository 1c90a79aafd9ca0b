import { SaxesParser, type SaxesTagNS } from 'saxes'
import type { CueReport } from './cue-report.ts'

/** An element without its namespace; attributes by local name, as documents mix three generations of TTML's namespaces. */
export type XmlElement = {
  readonly name: string
  readonly line: number
  readonly attributes: ReadonlyMap<string, string>
}

export type XmlVisitor = {
  open(element: XmlElement): void
  close(element: XmlElement): void
  text(text: string): void
}

/** Real documents need some ten. The parser looks for a namespace upwards, so depth is what a hostile one would multiply. */
const DEEPEST = 64

/** Breaks the parser off: it would go on after an error, and it knows no other way to be stopped. */
class XmlStopped extends Error {
  override readonly name = 'XmlStopped'
}

const isTtml = (uri: string): boolean => uri === '' || /\/ns\/ttml|\/ttaf1/.test(uri)

function elementOf(tag: SaxesTagNS, line: number): XmlElement {
  const attributes = new Map(Object.values(tag.attributes).map((one) => [one.local, one.value]))
  // What is of no TTML namespace keeps its prefix and so is nobody's element.
  return { name: isTtml(tag.uri) ? tag.local : tag.name, line, attributes }
}

/** Walks through a document. Entities of its own are never expanded: a document type is refused as soon as it is seen. */
export function walkXml(text: string, visitor: XmlVisitor, report: CueReport): void {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const path: XmlElement[] = []
  let tagLine = 1
  const stop = (line: number, code: 'cue-xml-malformed' | 'cue-xml-with-dtd' | 'cue-xml-too-deep' | 'cue-format-unknown'): never => {
    report.problem(line, code)
    throw new XmlStopped(code)
  }
  parser.on('error', () => stop(parser.line, 'cue-xml-malformed'))
  parser.on('doctype', (type) => stop(parser.line, /^[ \t\r\n]*tt\b/.test(type) ? 'cue-xml-with-dtd' : 'cue-format-unknown'))
  parser.on('opentagstart', () => {
    tagLine = parser.line
    if (path.length >= DEEPEST) stop(tagLine, 'cue-xml-too-deep')
  })
  parser.on('opentag', (tag) => {
    const element = elementOf(tag, tagLine)
    if (path.length === 0 && element.name !== 'tt') stop(tagLine, 'cue-format-unknown')
    path.push(element)
    visitor.open(element)
  })
  parser.on('closetag', () => {
    const element = path.pop()
    if (element !== undefined) visitor.close(element)
  })
  parser.on('text', (piece) => visitor.text(piece))
  parser.on('cdata', (piece) => visitor.text(piece))
  try {
    parser.write(text).close()
  } catch (failure) {
    // Anything else is a fault of ours and must be seen.
    if (!(failure instanceof XmlStopped)) throw failure
  }
}
