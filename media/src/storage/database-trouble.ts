import { mongo } from 'mongoose'

const DISK_FULL = 14_031
/** Answers of a server that cannot do it at present: it stops, another one takes over, or its disk is full. */
const PASSING_CODES = [6, 7, 89, 91, 189, 262, 9001, 10_107, 11_600, 11_602, 13_435, 13_436, DISK_FULL]

/** True for a database that can be read but not written, for want of room. */
export const isDatabaseFull = (error: unknown): boolean => error instanceof mongo.MongoError && error.code === DISK_FULL

const BROKEN_LINE = ['EPIPE', 'ECONNRESET']

/** True for a database that cannot be asked at present, by no fault of what was asked: the same is to be tried again later. */
export function isDatabaseTrouble(error: unknown): boolean {
  // The driver lets some through as the socket gave them, when a server goes away within a command.
  if (!(error instanceof mongo.MongoError)) return error instanceof Error && 'code' in error && BROKEN_LINE.includes(String(error.code))
  if (error instanceof mongo.MongoNetworkError || error instanceof mongo.MongoSystemError) return true
  return PASSING_CODES.includes(Number(error.code)) || error.hasErrorLabel('RetryableWriteError')
}
