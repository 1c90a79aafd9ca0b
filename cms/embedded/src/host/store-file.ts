import { join } from 'node:path'

/** The one file of a store, in the folder that the store has for itself. */
export const storeFileOf = (directory: string): string => join(directory, 'legal.sqlite')
