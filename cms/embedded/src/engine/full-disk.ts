/** SQLite's codes for want of room: for rows (FULL), and for the index of its log, in shared memory (IOERR_SHMSIZE). */
const FULL = 13
const NO_INDEX = 4_874

const PRIMARY = 0xff
const NODE_CODES = ['ENOSPC', 'EDQUOT']

/** Whether an error of SQLite, or of Node's own, says that the disk is full. */
export function saysFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && NODE_CODES.includes(String(error.code))) return true
  if (!('errcode' in error) || typeof error.errcode !== 'number') return false
  return (error.errcode & PRIMARY) === FULL || error.errcode === NO_INDEX
}
