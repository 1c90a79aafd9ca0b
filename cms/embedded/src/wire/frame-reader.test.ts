import { expect, it } from 'vitest'
import { FrameReader } from './frame-reader.ts'

function message(bytes: number, fill: number): Buffer {
  const buffer = Buffer.alloc(bytes, fill)
  buffer.writeInt32LE(bytes, 0)
  return buffer
}

it('cuts messages wherever the stream was cut', () => {
  const whole = [message(21, 1), message(300, 2), message(50, 3)]
  const stream = Buffer.concat(whole)
  for (const step of [1, 2, 3, 7, 64, 1_000]) {
    const reader = new FrameReader()
    const found: Buffer[] = []
    for (let at = 0; at < stream.length; at += step) found.push(...reader.push(stream.subarray(at, at + step)))
    expect(found).toEqual(whole)
  }
})

it.each([0, 20, -1, 48_000_001])('ends at a message of %i bytes', (bytes) => {
  const head = Buffer.alloc(4)
  head.writeInt32LE(bytes)
  expect(() => new FrameReader().push(head)).toThrow(`a message of ${bytes} bytes`)
})
