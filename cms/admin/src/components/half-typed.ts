/**
 * Says so at the first field of the programme whose text the browser itself cannot take, such as half a day, which would
 * count as none; false when there is none.
 */
export function tellHalfTyped(): boolean {
  const half = [...document.querySelectorAll<HTMLInputElement>('.editor-form input')].find((input) => !input.validity.valid)
  half?.reportValidity()
  return half !== undefined
}
