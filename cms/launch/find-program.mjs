// Where a program is, for set-up, tests and measurements alike. Plain JavaScript: the set-up runs before anything is installed.
import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** PATH of a service or of `su` often leaves these out. */
const USUAL_FOLDERS = ['/usr/bin', '/usr/sbin']

/** The file of a program, on PATH or in one of the usual folders; undefined when there is none that may be run. */
export function findProgram(name, path = process.env.PATH ?? '') {
  const folders = [...path.split(delimiter), ...USUAL_FOLDERS].filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find(isProgram)
}

/** Whether a file is there that may be run; a folder is none, though it may be "executed". */
export function isProgram(file) {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    // Not there, or not for us to run: the search goes on.
    return false
  }
}
