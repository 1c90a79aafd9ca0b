/** A child that the template promises; its absence is a broken template, not a state of the world. */
export function part<T>(child: T | undefined): T {
  if (child === undefined) throw new Error('a part of the template is missing')
  return child
}
