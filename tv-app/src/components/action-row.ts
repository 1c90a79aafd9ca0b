import { ButtonRow } from './button-row.ts'

/** A row of buttons that minds its own keys; OK signals the one in focus as `choose`. */
export class ActionRow extends ButtonRow {
  override _handleLeft(): boolean {
    return this.moveBy(-1)
  }

  override _handleRight(): boolean {
    return this.moveBy(1)
  }

  override _handleEnter(): void {
    if (this.focusedAction !== undefined) this.signal('choose', this.focusedAction)
  }
}
