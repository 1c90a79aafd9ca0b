import { Lightning } from '@lightningjs/sdk'
import type { ActionView } from '../data/browse-view.ts'
import { type ButtonLayout, EDGE, SCREEN } from '../layout.ts'
import { ungrown } from '../text/grown.ts'
import { Button } from './button.ts'

const ROOM_PX = SCREEN.widthPx - 2 * EDGE.xPx

/** Buttons side by side; whoever owns the row moves the focus in it. */
export class ButtonRow extends Lightning.Component {
  declare private index: number

  override _construct(): void {
    this.index = 0
  }

  /** Fills the row; it takes the width of its buttons. The focus stays at its place while that place exists. */
  show(actions: readonly ActionView[], layout: ButtonLayout): void {
    this.fill(actions, layout)
    // Large words of a long row would leave the screen.
    if (this.w > ROOM_PX) this.fill(actions, { ...layout, label: ungrown(layout.label) })
    this.index = Math.max(0, Math.min(this.index, actions.length - 1))
  }

  private fill(actions: readonly ActionView[], layout: ButtonLayout): void {
    this.childList.clear()
    const buttons = actions.map((view) => {
      const button = this.stage.c({ type: Button, ref: view.ref })
      this.childList.add(button)
      button.show(view, layout)
      return button
    })
    // Standing buttons are all as tall as the longest word asks.
    const isStanding = layout.widthPx > 0
    const heightPx = isStanding ? Math.max(layout.heightPx, ...buttons.map((button) => button.contentPx)) : layout.heightPx
    let x = 0
    for (const [at, button] of buttons.entries()) {
      const view = actions[at]
      if (isStanding && view !== undefined) button.show(view, { ...layout, heightPx })
      button.x = x
      x += button.w + layout.gapPx
    }
    this.patch({ w: Math.max(0, x - layout.gapPx), h: heightPx })
  }

  get focusedAction(): ActionView | undefined {
    return this.buttons[this.index]?.view
  }

  /** Puts the focus on a place, as when a page is opened again. */
  moveTo(index: number): void {
    this.index = index
  }

  override _getFocused(): Lightning.Component | undefined {
    return this.buttons[this.index]
  }

  /** One button on; false at the end of the row. */
  moveBy(step: number): boolean {
    if (this.buttons[this.index + step] === undefined) return false
    this.index += step
    this._refocus()
    return true
  }

  private get buttons(): Button[] {
    return this.children as Button[] // only buttons are ever added
  }
}
