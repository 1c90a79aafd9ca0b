/** A Chinese title to begin with, when the file was named in Chinese; cameras' names are no titles. */
export function titleFromFileName(fileName: string): string {
  const stem = fileName.replace(/\.[^.]*$/, '').trim()
  return /\p{Script=Han}/u.test(stem) ? stem : ''
}
