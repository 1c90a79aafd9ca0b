/** Rows of a page of a list, where nobody says otherwise. */
export const PAGE_ROWS = 20
