import { Int32 } from 'bson'
import { describe, expect, it } from 'vitest'
import { decodeDocument, encodeDocument } from '../value/bson-value.ts'
import { frameReply, parseRequest } from './message.ts'

function framed(operation: number, content: Buffer): Buffer {
  const head = Buffer.alloc(16)
  head.writeInt32LE(16 + content.length, 0)
  head.writeInt32LE(9, 4)
  head.writeInt32LE(operation, 12)
  return Buffer.concat([head, content])
}

function flags(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const body = (document: Parameters<typeof encodeDocument>[0]): Buffer => Buffer.concat([Buffer.of(0), encodeDocument(document)])

function sequence(name: string, documents: readonly Parameters<typeof encodeDocument>[0][]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map(encodeDocument)])
  const size = Buffer.alloc(4)
  size.writeInt32LE(content.length + 4)
  return Buffer.concat([Buffer.of(1), size, content])
}

describe('a request', () => {
  it('joins its document sequences, wherever they stand', () => {
    const message = framed(
      2013,
      Buffer.concat([flags(0), sequence('documents', [{ a: 1 }, { a: 2 }]), body({ insert: 'x', $db: 'legal' })]),
    )
    expect(parseRequest(message)).toEqual({
      requestId: 9,
      body: { insert: 'x', $db: 'legal', documents: [{ a: new Int32(1) }, { a: new Int32(2) }] },
      isQuery: false,
      wantsReply: true,
    })
  })

  it('may want no reply, and may carry a checksum', () => {
    const message = framed(2013, Buffer.concat([flags(3), body({ ping: 1 }), Buffer.alloc(4)]))
    expect(parseRequest(message)).toMatchObject({ body: { ping: new Int32(1) }, wantsReply: false })
  })

  it.each([
    ['another operation', framed(2012, Buffer.alloc(30))],
    ['an unknown flag', framed(2013, Buffer.concat([flags(4), body({ ping: 1 })]))],
    ['two bodies', framed(2013, Buffer.concat([flags(0), body({ a: 1 }), body({ b: 1 })]))],
    ['no body', framed(2013, Buffer.concat([flags(0), sequence('documents', [])]))],
    ['a body cut short', framed(2013, Buffer.concat([flags(0), body({ ping: 'long enough' }).subarray(0, 12)]))],
  ])('is refused with %s', (_what, message) => {
    expect(() => parseRequest(message)).toThrow()
  })
})

it('a reply names the request that it answers', () => {
  const request = parseRequest(framed(2013, Buffer.concat([flags(0), body({ ping: 1 })])))
  const reply = frameReply(request, { ok: 1 })
  expect(reply.readInt32LE(0)).toBe(reply.length)
  expect(reply.readInt32LE(8)).toBe(9)
  expect(decodeDocument(reply.subarray(21))).toEqual({ ok: new Int32(1) })
})
