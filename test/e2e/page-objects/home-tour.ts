import type { TvApp, TvKey } from './tv-app.ts'

/**
 * Brings a television that is at home into one and the same state, wherever its viewers went before: the first language
 * chosen, every card of every rail seen once, the focus on the hero.
 */
export async function seeAllOfHome(tv: TvApp): Promise<void> {
  while (!(await tv.focus()).includes('Header')) await pressOnce(tv, 'ArrowUp')
  // Past the other things of the header are the languages, along which an arrow chooses; left of the first they are left again.
  while ((await tv.focus()).at(-1) !== 'Header') await pressOnce(tv, 'ArrowRight')
  while ((await tv.focus()).at(-1) === 'Header') await pressOnce(tv, 'ArrowLeft')
  await tv.press('ArrowDown')
  await tv.waitForFocusIn('Home', 'Hero')
  while (await leads(tv, 'ArrowDown')) while (await leads(tv, 'ArrowRight'));
  await tv.press('Backspace')
  await tv.waitForFocusIn('Home', 'Hero')
  await tv.settle()
}

/** False where that key leads nowhere from here. */
async function leads(tv: TvApp, key: TvKey): Promise<boolean> {
  const before = await tv.focus()
  await pressOnce(tv, key)
  return String(before) !== String(await tv.focus())
}

async function pressOnce(tv: TvApp, key: TvKey): Promise<void> {
  await tv.press(key)
  await tv.frames()
}
