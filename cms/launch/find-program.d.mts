/** The file of a program, on PATH or in one of the usual folders; undefined when there is none that may be run. */
export function findProgram(name: string, path?: string): string | undefined
/** Whether a file is there that may be run. */
export function isProgram(file: string): boolean
