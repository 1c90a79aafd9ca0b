/** For promises that nobody awaits: a defect of our own must not pass unseen, so it is thrown where the page's error listener sees it. */
export function rethrow(error: unknown): never {
  throw error
}
